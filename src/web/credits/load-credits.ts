import type { LoaderFunctionArgs } from 'react-router'
import { type Activity, type CreditsView, type Scale, toCredits, type UnitView } from '../../modules/credits/index.ts'
import { todayInAmsterdam } from '../../platform/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl } from '../paths.ts'

const ruleOfHours = 'hours-per-study-credit'

/** A unit as the pages show it: credits in its scale, and hours. */
export interface UnitShown {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly all: number
  readonly earned: number
  readonly running: number
  readonly hours: number
  readonly hoursAsked: number
  readonly state: 'open' | 'runs' | 'full' | 'asked' | 'sentBack' | 'done'
}

export interface WorkShown {
  readonly id: string
  readonly from: string
  readonly until: string
  readonly text: string
  readonly hours: number
  readonly files: number
  readonly units: readonly string[]
  readonly state: 'loose' | 'logged' | 'confirmed' | 'returned' | 'awarded'
}

/** Opens the placement of the address for who is signed in. @throws as `credits.look` does */
export async function openCredits({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const url = pageUrl(request)
  const placement = params.placement ?? ''
  return { site, actor, placement, language: languageOfPath(url.pathname), done: url.searchParams.get('done') ?? undefined }
}

/** The page of all three parties. */
export async function creditsLoader(args: LoaderFunctionArgs) {
  const { site, actor, placement, language, done } = await openCredits(args)
  const view = await site.modules.credits.look(actor, placement)
  const scale = view.scale ?? 'ects'
  const today = todayInAmsterdam(site.clock.now())
  const hours = scale === 'sbu' ? (await site.modules.rules.find(ruleOfHours, today))?.value : undefined
  return {
    ...headOf(view, language),
    ...{ done, scale, today, side: view.side, hoursPerCredit: typeof hours === 'number' ? hours : undefined },
    all: toCredits(scale, view.total),
    earned: toCredits(scale, view.earned),
    running: toCredits(scale, view.running),
    toGo: toCredits(scale, view.toGo),
    mayLog: view.side === 'student' && !['draft', 'signing'].includes(view.placement.state),
    units: view.units.map((unit) => shownUnit(unit, language)),
    outcomes: outcomesOf(view.units, language),
    flow: flowOf(view, language),
    work: view.activities.map((activity) => shownWork(activity, view.units)),
    ledger: ledgerOf(view, scale, language),
    behind: view.behind,
    othersSeeBehind: view.othersSeeBehind,
    next: view.next.map((one) => ({ ...one, unitTitle: titleOf(view.units, one.unit, language) })),
  }
}

/** What stands above every page of a placement. */
export function headOf(
  {
    placement,
    programmeTitle,
    employerName,
    names,
  }: Pick<CreditsView, 'placement' | 'programmeTitle' | 'employerName' | 'names'>,
  language: 'nl' | 'en',
) {
  return {
    placement: placement.id,
    programme: programmeTitle?.[language] ?? '',
    employerName,
    studentName: names[placement.person ?? ''] ?? '',
  }
}

export function shownUnit({ unit, earned, running, confirmed, confirmedEver, last }: UnitView, language: 'nl' | 'en'): UnitShown {
  const isFull = confirmed > 0 && confirmed >= unit.evidenceMinutes
  const state =
    earned === unit.amount ? 'done' : (lastState(last?.step) ?? (isFull ? 'full' : confirmedEver > 0 ? 'runs' : 'open'))
  return {
    ...{ id: unit.id, code: unit.code, title: unit.title[language], state },
    ...{
      all: toCredits(unit.scale, unit.amount),
      earned: toCredits(unit.scale, earned),
      running: toCredits(unit.scale, running),
    },
    ...{ hours: toHours(confirmedEver), hoursAsked: toHours(unit.evidenceMinutes) },
  }
}

const lastState = (step: 'asked' | 'sentBack' | undefined): 'asked' | 'sentBack' | undefined => step

export function shownWork(
  { id, from, until, text, minutes, files, outcomes, state, isAwarded }: Activity,
  units: readonly UnitView[],
): WorkShown {
  const isLoose = state === 'logged' && outcomes.length === 0
  const of = new Set(outcomes.map(({ unit }) => unit))
  return {
    ...{ id, from, until, text, hours: toHours(minutes), files: files.length },
    units: units.filter(({ unit }) => of.has(unit.id)).map(({ unit }) => unit.code),
    state: isAwarded ? 'awarded' : isLoose ? 'loose' : state,
  }
}

/** To the tenth: 6.5. */
export const toHours = (minutes: number): number => Math.round(minutes / 6) / 10

/** Outcomes to choose from, under their units. */
export function outcomesOf(units: readonly { readonly unit: UnitView['unit'] }[], language: 'nl' | 'en') {
  return units.map(({ unit }) => ({
    ...{ unit: unit.id, title: `${unit.code}. ${unit.title[language]}` },
    outcomes: unit.outcomes.map(({ id, text }) => ({ id, text: text[language] })),
  }))
}

const mostInFlow = 4

/** Units that somebody works on, each with the work that goes to it: the largest pieces by name, the rest together. */
function flowOf({ units }: CreditsView, language: 'nl' | 'en') {
  return units
    .filter(({ work, earned, unit }) => work.length > 0 && earned < unit.amount)
    .map((one) => {
      const all = one.work
        .filter(({ activity, isUsed }) => activity.state !== 'returned' && !isUsed)
        .toSorted((a, b) => b.minutes - a.minutes)
      const shown = all.length > mostInFlow ? all.slice(0, mostInFlow - 1) : all
      const rest = all.slice(shown.length)
      return {
        ...shownUnit(one, language),
        work: [
          ...shown.map(({ activity, minutes }) => ({
            ...{
              id: activity.id,
              text: activity.text,
              hours: toHours(minutes),
              count: 1,
              isConfirmed: activity.state === 'confirmed',
            },
          })),
          ...(rest.length === 0
            ? []
            : [
                {
                  ...{ id: `${one.unit.id}-rest`, text: '', count: rest.length, isConfirmed: true },
                  hours: toHours(rest.reduce((sum, { minutes }) => sum + minutes, 0)),
                },
              ]),
        ],
      }
    })
    .filter(({ work }) => work.length > 0)
}

function ledgerOf({ ledger, units, names }: CreditsView, scale: Scale, language: 'nl' | 'en') {
  const awards = new Map(units.flatMap((unit) => unit.awards.map((award) => [award.id, award] as const)))
  return ledger.map(({ number, kind, award, unit, at, amount, total }) => {
    const found = awards.get(award)
    const by = kind === 'award' ? found?.assessor : found?.withdrawn?.assessor
    return {
      ...{ number, kind, unit, day: todayInAmsterdam(at), title: titleOf(units, unit, language) },
      ...{ credits: toCredits(scale, amount), total: toCredits(scale, total), by: by === undefined ? undefined : names[by] },
      work: found?.ground.length ?? 0,
      hours: toHours((found?.ground ?? []).reduce((sum, { minutes }) => sum + minutes, 0)),
    }
  })
}

function titleOf(units: readonly UnitView[], id: string | undefined, language: 'nl' | 'en'): string {
  return units.find(({ unit }) => unit.id === id)?.unit.title[language] ?? ''
}
