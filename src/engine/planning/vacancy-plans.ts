/** All plans of one person to one vacancy, of all four kinds (definitions.md section 5, rules 1-5). */
import type { CompiledVacancy, Mode } from '../matching/index.ts'
import { acceptedOf, teachAll } from './accepted.ts'
import type { Course } from './courses.ts'
import type { Beating } from './front-box.ts'
import { mostTrainings } from './most-trainings.ts'
import type { PlanKind } from './plan.ts'
import { hiredIncomeHolds, jobWeek, type Planning } from './planning.ts'
import { searchPaths } from './search.ts'
import { AcceptedSupply, Raises } from './supply.ts'
import type { Gain, Target } from './target.ts'
import type { Walk, Walks } from './walk.ts'
import type { Found, Value, Wanted, Way } from './way.ts'

/** A plan before it is dressed up: what ranking needs, and how to show it. */
export interface BarePlan {
  readonly kind: PlanKind
  readonly vacancy: CompiledVacancy
  readonly walk: Walk | undefined
  readonly readyWeek: number
  readonly firstPaidWeek: number
  readonly ownEuro: number
  /** Numerator of fit over the vacancy's fitOutOf. */
  readonly fit: number
  readonly mode: Mode
}

/** What of all plans is wanted. */
export interface Wish {
  /** Only paths with at least one of these courses, in kinds that have a path; *direct* is left out. */
  readonly wants?: Wanted
  /** Only plans worth at least so much are wanted. */
  readonly value?: Value
  /** Whether a plan that is wanted may hold a content, by trainings before the job. */
  readonly mayHold?: (content: number) => boolean
  /** By kind: plans of a box that is beaten are not wanted. */
  readonly beating?: Readonly<Record<PlanKind, Beating>>
  /** Only plans that no other plan to the same job equals or beats are wanted: others may be left out. */
  readonly bestOnly?: boolean
  /** Only whether there is a plan is asked, not which ones are best. */
  readonly anyWillDo?: boolean
  /** True: that is enough. */
  readonly visit: (plan: BarePlan) => boolean
}

/** True when `visit` had enough. */
export function visitPlans(planning: Planning, vacancy: CompiledVacancy, wish: Wish): boolean {
  const target = planning.targetOf(vacancy)
  return target !== undefined && visitPlansOf(planning, target, wish)
}

/** The same for a target whose terms hold. */
export function visitPlansOf(planning: Planning, target: Target, wish: Wish): boolean {
  if (planning.traveller.market.isCarried(target.row)) return dual(planning, target, wish)
  return direct(planning, target, wish) || trainThenHire(planning, target, wish) || hireThenTrain(planning, target, wish)
}

function direct({ traveller, mode }: Planning, target: Target, wish: Wish): boolean {
  if (wish.wants || target.missing.length > 0 || !target.startHolds) return false
  const week = readyIn(target, traveller.free)
  if (wish.beating?.direct.isBeaten(week, 0, target.fit / (target.fitOutOf || 1))) return false
  const { vacancy, fit } = target
  return wish.visit({ kind: 'direct', vacancy, walk: undefined, readyWeek: week, firstPaidWeek: week, ownEuro: 0, fit, mode })
}

function trainThenHire(planning: Planning, target: Target, wish: Wish): boolean {
  const { traveller, walks, open } = planning
  return search(planning, target, wish, 'trainThenHire', {
    walks,
    supply: open,
    raises: planning.raises,
    ...(wish.mayHold ? { mayHold: wish.mayHold } : {}),
    readyFrom: target.startFrom,
    without: target.missing.length === 0 ? { ready: readyIn(target, traveller.free), ownEuro: 0 } : undefined,
    most: mostTrainings(traveller.market),
    paidFrom: (walk) => readyIn(target, walk.end),
  })
}

/** Hired first: the accepted courses start no earlier than the job, and cost nothing where the employer pays. */
function hireThenTrain(planning: Planning, target: Target, wish: Wish): boolean {
  const { market, courses, view } = planning.traveller
  const accepted = acceptedOf(market, courses, target.row)
  if (accepted.length === 0 || !target.startHolds) return false
  // Nearly always they do not teach what is missing: then nothing of the vacancy need be taken out.
  if (!teachAll(market, view, planning.mode, target.row, accepted)) return false
  const { vacancy } = target
  if (!hiredIncomeHolds(planning, vacancy)) return false
  const hired = jobWeek(vacancy, planning.traveller.free)
  const walks = planning.ways.hiredWalks(hired, vacancy.vacancy.paysTraining === true)
  const supply = new AcceptedSupply(courses, walks, accepted)
  return search(planning, target, wish, 'hireThenTrain', {
    walks,
    supply,
    raises: new Raises(courses, view.assessment.creditLow, supply.isOpen),
    readyFrom: Number.NEGATIVE_INFINITY,
    without: target.missing.length === 0 ? { ready: hired, ownEuro: 0 } : undefined,
    most: mostTrainings(market),
    paidFrom: () => hired,
  })
}

/** The course that carries the job comes last, after at most two others (ruling 9). */
function dual(planning: Planning, target: Target, wish: Wish): boolean {
  const { traveller, open } = planning
  const last = traveller.courses.byId.get(target.vacancy.vacancy.carriedBy ?? '')
  if (!last || mostTrainings(traveller.market) === 0) return false
  const walks = planning.ways.dualWalks(last)
  if (!walks.leastOf(last)) return false
  const paidFrom = (walk: Walk): number => walk.starts.at(-1) ?? walk.end
  const wanted = afterCourse(target, last)
  const alone = wanted.missing.length === 0 && (!wish.wants || wish.wants.courses[last.index] === 1) ? walks.of([]) : undefined
  if (alone && show(planning, wanted, 'dual', alone.end, paidFrom(alone), wish, { walk: alone, fit: wanted.fit })) return true
  return search(planning, wanted, wish, 'dual', {
    walks,
    supply: open,
    raises: planning.raises,
    readyFrom: Number.NEGATIVE_INFINITY,
    without: undefined,
    most: mostTrainings(traveller.market) - 1,
    always: last,
    paidFrom,
  })
}

/** The target as it is left when the dual course itself is done. */
export function afterCourse(target: Target, { content }: Course): Target {
  let { fit } = target
  const gains: Gain[] = []
  for (const gain of target.gains) {
    const credit = Math.max(gain.credit, content.credits.of(gain.demand))
    fit += gain.weight * (credit - gain.credit)
    if (credit < 1200) gains.push({ ...gain, credit })
  }
  return { ...plain(target), missing: target.missing.filter((demand) => !content.teaches.has(demand)), fit, gains }
}

function withoutGains(target: Target): Target {
  return { ...plain(target), gains: [] }
}

/** Without what is worked out on first use only: none of the vacancy is taken out for it. */
function plain(target: Target): Omit<Target, 'gains'> {
  const { row, fitOutOf, startFrom, missing, fit, startHolds } = target
  return {
    ...{ row, fitOutOf, startFrom, missing, fit, startHolds },
    get vacancy() {
      return target.vacancy
    },
  }
}

/** First week in which the job can be begun by somebody free from `week`. */
function readyIn({ startFrom }: Target, week: number): number {
  return Math.max(week, startFrom)
}

type Paths = Pick<Way, 'walks' | 'supply' | 'raises' | 'readyFrom' | 'without' | 'most' | 'always' | 'mayHold'> & {
  readonly walks: Walks
  readonly paidFrom: (walk: Walk) => number
}

function search(planning: Planning, target: Target, wish: Wish, kind: PlanKind, { paidFrom, ...paths }: Paths): boolean {
  if (paths.most <= 0) return false
  const { value, wants, beating, bestOnly, anyWillDo } = wish
  // Whoever covers what is missing has a plan, and leaving out what only raises fit leaves one.
  const fitLeftAside = anyWillDo === true && (target.missing.length > 0 || paths.always !== undefined)
  return searchPaths({
    traveller: planning.traveller,
    target: fitLeftAside ? withoutGains(target) : target,
    fitCounts: planning.mode === 'low' && !fitLeftAside,
    ...paths,
    bestOnly: bestOnly === true || (anyWillDo === true && planning.traveller.market.shortcuts.bestCourses),
    ...(wants ? { wants } : {}),
    ...(value ? { value } : {}),
    ...(beating ? { beating: beating[kind] } : {}),
    anyWillDo: fitLeftAside,
    visit: (found) => show(planning, target, kind, Math.max(found.walk.end, paths.readyFrom), paidFrom(found.walk), wish, found),
  })
}

function show(
  { mode }: Planning,
  { vacancy }: Target,
  kind: PlanKind,
  readyWeek: number,
  firstPaidWeek: number,
  wish: Wish,
  { walk, fit }: Found,
): boolean {
  return wish.visit({ kind, vacancy, walk, readyWeek, firstPaidWeek, ownEuro: walk.ownEuro, fit, mode })
}
