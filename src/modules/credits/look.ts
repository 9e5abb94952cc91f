import { type ActingDatabase, actAs, asTask, type DateText, NotFound, todayInAmsterdam } from '../../platform/index.ts'
import { type Actor, actingAs } from '../permissions/index.ts'
import type { Bilingual } from '../trainings/index.ts'
import type { Activity, ActivityStep } from './activity.ts'
import { findActivity, listSteps } from './activity-store.ts'
import { listNames } from './book-store.ts'
import type { LedgerEntry } from './ledger.ts'
import { type AssessmentStep, type Award, listAssessments, listEntries } from './ledger-store.ts'
import { type NextThing, nextOf } from './next.ts'
import { type BookContents, type Opened, openPlacement, readBook, withPlacement } from './open-book.ts'
import type { CreditsParts, PlacementFacts } from './parts.ts'
import { type BehindSignal, findBehind, progressOn, type UnitProgress } from './progress.ts'
import { type Suggestion, suggestOutcomes } from './suggest.ts'
import { creditTermsOn } from './terms.ts'
import { type Scale, shareOut, type Unit } from './unit.ts'

/** All that the three parties see of a placement's credits: the same page for each. */
export interface CreditsView {
  readonly placement: PlacementFacts
  readonly programmeTitle: Bilingual | undefined
  readonly schoolName: string
  readonly employerName: string
  readonly side: Opened['side']
  readonly scale: Scale | undefined
  /** In the smallest units. */
  readonly total: number
  readonly earned: number
  readonly running: number
  readonly toGo: number
  readonly units: readonly UnitView[]
  readonly activities: readonly Activity[]
  readonly ledger: readonly LedgerView[]
  /** Shown to the student at once, to the others from its day. */
  readonly behind?: BehindSignal
  /** Whether the others see it too by now. */
  readonly othersSeeBehind: boolean
  readonly next: readonly NextThing[]
  /** How people want to be called, by account. */
  readonly names: Readonly<Record<string, string>>
}

export interface UnitView extends UnitProgress {
  /** The last word about it: asked by the student, or sent back with what is missing; later than any award. */
  readonly last?: AssessmentStep
  readonly work: readonly { readonly activity: Activity; readonly minutes: number; readonly isUsed: boolean }[]
  readonly awards: readonly Award[]
}

/** One line of the ledger as people read it: a change of what was earned, with what stands behind it. */
export interface LedgerView extends Pick<LedgerEntry, 'number' | 'kind' | 'award' | 'unit' | 'at'> {
  /** Signed. */
  readonly amount: number
  /** Sum of all lines up to this one. */
  readonly total: number
}

export interface ActivityView {
  readonly activity: Activity
  readonly steps: readonly ActivityStep[]
  readonly units: readonly Unit[]
  readonly suggestions: readonly Suggestion[]
  readonly side: Opened['side']
  readonly placement: PlacementFacts
  readonly names: Readonly<Record<string, string>>
}

export function createLook(parts: CreditsParts) {
  const { clock, db, organisations, trainings, rules } = parts
  const today = (): DateText => todayInAmsterdam(clock.now())

  return {
    async look(actor: Actor, placement: string): Promise<CreditsView> {
      const terms = await creditTermsOn(rules, today())
      const read = await withPlacement(parts, actor, 'ledger.read', placement, async (opened) => {
        const { inside, placement: of } = opened
        const contents = await readBook(inside, of)
        const assessments = await listAssessments(inside, of.id)
        const entries = await listEntries(inside, of.id)
        return {
          opened,
          contents,
          assessments,
          entries,
          names: await namesOf(inside, of, contents),
          ...(await orgNames(inside, of)),
        }
      })
      const { opened, contents, assessments, entries, ...names } = read
      const { placement: of, side } = opened
      const progress = progressOn(today(), contents.units, contents.work, contents.given)
      const units = progress.map((one) => unitView(one, contents, assessments))
      const sum = (of: (one: UnitProgress) => number): number => progress.reduce((total, one) => total + of(one), 0)
      const behind =
        of.state === 'active'
          ? findBehind({ ...contents, awards: contents.given, ...{ from: of.from, until: of.until, today: today(), terms } })
          : undefined
      const othersSeeBehind = behind !== undefined && behind.othersSeeFrom <= today()
      const isShown = behind !== undefined && (side === 'student' || othersSeeBehind)
      return {
        ...{ placement: of, side, ...names, units, othersSeeBehind },
        programmeTitle: (await trainings.findProgramme(of.programme))?.title,
        scale: contents.units[0]?.scale,
        total: sum(({ unit }) => unit.amount),
        earned: sum(({ earned }) => earned),
        running: sum(({ running }) => running),
        toGo: sum(({ toGo }) => toGo),
        activities: contents.activities,
        ledger: ledgerView(entries),
        ...(isShown ? { behind } : {}),
        next: nextOf({ placement: of, units, activities: contents.activities, today: today() }),
      }
    },

    async lookAtActivity(actor: Actor, placement: string, id: string): Promise<ActivityView> {
      const read = await actAs(db, actingAs(actor), async (inside) => {
        const activity = await findActivity(inside, id)
        const opened = await openPlacement(parts, inside, actor, 'activity.read', placement)
        if (!activity || activity.book !== placement) throw new NotFound('activity', id)
        const contents = await readBook(inside, opened.placement)
        const steps = await listSteps(inside, id)
        const names = await namesOf(inside, opened.placement, contents, steps)
        return { activity, steps, units: contents.units, side: opened.side, placement: opened.placement, names }
      })
      const catalogue = await parts.skills.catalogue()
      // The student chooses: nobody else is asked, and what credits stand for is not chosen again.
      const isAsked = read.side === 'student' && !read.activity.isAwarded
      const suggestions = isAsked ? await suggestOutcomes(catalogue, parts.texts, read.activity.text, read.units) : []
      return { ...read, suggestions }
    },
  }

  async function orgNames(inside: ActingDatabase, { school, employer }: PlacementFacts) {
    const found = new Map((await organisations.findMany([school, employer], inside)).map(({ id, name }) => [id, name]))
    return { schoolName: found.get(school) ?? '', employerName: found.get(employer) ?? '' }
  }
}

/** Everybody who had a hand in it. The parties know each other: they signed one agreement. */
async function namesOf(
  inside: ActingDatabase,
  { person, supervisor }: PlacementFacts,
  { activities, awards }: BookContents,
  steps: readonly ActivityStep[] = [],
): Promise<Readonly<Record<string, string>>> {
  const accounts = [
    ...[person, supervisor],
    ...activities.map(({ judged }) => judged?.account),
    ...awards.flatMap(({ assessor, withdrawn }) => [assessor, withdrawn?.assessor]),
    ...steps.map(({ account }) => account),
  ].filter((one): one is string => one !== undefined)
  return Object.fromEntries(await asTask(inside, 'credits', (program) => listNames(program, accounts)))
}

function unitView(one: UnitProgress, { activities, awards }: BookContents, assessments: readonly AssessmentStep[]): UnitView {
  const ofUnit = awards.filter(({ unit }) => unit === one.unit.id)
  const used = new Set(
    ofUnit.filter(({ withdrawn }) => withdrawn === undefined).flatMap(({ ground }) => ground.map(({ activity }) => activity)),
  )
  const lastAward = Math.max(0, ...ofUnit.map(({ at }) => at))
  const last = assessments.filter(({ unit, at }) => unit === one.unit.id && at > lastAward).at(-1)
  return {
    ...one,
    awards: ofUnit,
    work: activities.flatMap((activity) => {
      const minutes = shareOut(
        activity.minutes,
        activity.outcomes.map(({ unit }) => unit),
      ).get(one.unit.id)
      return minutes === undefined ? [] : [{ activity, minutes, isUsed: used.has(activity.id) }]
    }),
    ...(last ? { last } : {}),
  }
}

function ledgerView(entries: readonly LedgerEntry[]): readonly LedgerView[] {
  let total = 0
  return entries.map(({ number, kind, award, unit, at, lines }) => {
    const amount = lines.find(({ account }) => account === 'earned')?.amount ?? 0
    total += amount
    return { number, kind, award, unit, at, amount, total }
  })
}
