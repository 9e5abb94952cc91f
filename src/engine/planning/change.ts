import {
  type Cefr,
  type Market,
  type Person,
  partBits,
  postingsOf,
  rangeOf,
  type Supposition,
  type TermStates,
  weightClasses,
} from '../matching/index.ts'
import type { Level } from '../taxonomy/index.ts'
import { knobs } from './knobs.ts'
import type { Change } from './plan.ts'

/** One thing a person might change, with its steps, smallest first (ruling 40). */
export interface Item {
  readonly steps: readonly Change[]
}

/** A person after changes, with what of that is only supposed. */
export interface Changed {
  readonly person: Person
  readonly supposed: Supposition
}

/** Nobody is asked to know less than they do: the step shows what they would then have (ruling 41). */
export function skillSteps(
  market: Market,
  person: Person,
  concept: number,
  needs: ReadonlySet<number>,
): Extract<Change, { readonly item: 'skill' }>[] {
  const skill = market.graph.idOf(concept)
  const answer = person.answers[skill]
  const now = answer === undefined ? 0 : rangeOf(answer)[0]
  const results = [...new Set([...needs].sort((a, b) => a - b).map((need) => Math.max(need, now)))]
  return results.map((to) => ({ item: 'skill', skill, to }))
}

const namedByMarket = new WeakMap<Market, (readonly [concept: number, needs: ReadonlySet<number>])[]>()

/** Each concept that requirements name, with the levels they name, by id. Whatever opens nothing is listed nowhere. */
export function namedSkills(market: Market): (readonly [concept: number, needs: ReadonlySet<number>])[] {
  const known = namedByMarket.get(market)
  if (known) return known
  const levels = new Map<number, Set<number>>()
  const { from, demands } = postingsOf(market)
  for (const { demand } of market.kinds.list) {
    // Kinds outlive the vacancies that stated them: what no row asks any more is not named.
    if (demand >= demands || from[demand * weightClasses] === from[(demand + 1) * weightClasses]) continue
    const { concept, need } = market.demands.get(demand)
    const needs = levels.get(concept)
    if (needs) needs.add(need)
    else levels.set(concept, new Set([need]))
  }
  const idOf = (concept: number): string => market.graph.idOf(concept)
  const found = [...levels].sort(([a], [b]) => (idOf(a) < idOf(b) ? -1 : 1))
  namedByMarket.set(market, found)
  return found
}

/** The terms that can move, in the order of ruling 40. An item on which the person is silent has no steps. */
export function termItems(market: Market, person: Person): Item[] {
  const items: Item[] = [
    stepped('hoursMore', knobs.steps.hours, person.hours !== undefined),
    fewerHours(person),
    stepped('travelMinutes', knobs.steps.travelMinutes, person.place !== undefined),
    stepped('wageFloorCentsPerHour', knobs.steps.wageFloorCentsPerHour, person.wageFloorMonthEuro !== undefined),
    earlierStart(market, person),
    ...languageItems(market, person),
    ...licenceItems(market, person),
    certificateItem(person),
  ]
  return items.filter((item) => item.steps.length > 0)
}

/** The limits to training. */
export function limitItems({ study }: Person): Item[] {
  const { ownCostEuro, totalWeeks, studyHours } = knobs.steps
  return [
    stepped('ownCost', ownCostEuro, study?.ownCostEuro !== undefined),
    stepped('totalWeeks', totalWeeks, study?.totalWeeks !== undefined),
    stepped('studyHours', studyHours, study?.hoursPerWeek !== undefined),
  ].filter((item) => item.steps.length > 0)
}

type Stepped = Extract<Change, { readonly by: number }>['item']

function stepped(item: Stepped, size: number, speaks: boolean): Item {
  const count = speaks ? knobs.steps.count : 0
  return { steps: Array.from({ length: count }, (_, index) => ({ item, by: size * (index + 1) })) }
}

function fewerHours({ hours }: Person): Item {
  const { steps } = stepped('hoursFewer', knobs.steps.hours, hours !== undefined)
  return { steps: steps.filter((change) => 'by' in change && (hours?.[0] ?? 0) - change.by >= 1) }
}

/** The last step is cut short by this week; later ones would do the same again. */
function earlierStart(market: Market, { availableFrom }: Person): Item {
  const { thisWeek } = market.context
  const ahead = availableFrom === undefined ? 0 : availableFrom - thisWeek
  const { steps } = stepped('startWeeksEarlier', knobs.steps.startWeeks, ahead > 0)
  return { steps: steps.filter((change) => 'by' in change && change.by - knobs.steps.startWeeks < ahead) }
}

const mostCefr = 6

function languageItems(market: Market, { languages }: Person): Item[] {
  const codes = new Set(market.values.languages.list.flatMap((list) => list.map(({ code }) => code)))
  return [...codes].sort().map((code) => {
    const now = languages?.[code] ?? mostCefr
    return {
      steps: Array.from({ length: mostCefr - now }, (_, index) => ({ item: 'language', code, to: now + index + 1 }) as const),
    }
  })
}

function licenceItems(market: Market, { licences }: Person): Item[] {
  if (!licences) return []
  const codes = new Set(market.values.licences.list)
  return [...codes]
    .filter((code) => !licences.includes(code))
    .sort()
    .map((code) => ({ steps: [{ item: 'licence', code }] }))
}

function certificateItem(person: Person): Item {
  return { steps: person.certificateOfConduct === false ? [{ item: 'certificateOfConduct' }] : [] }
}

/** The person after these changes. The count of answers stays (rulings 5 and 41). */
export function applyChanges(person: Person, changes: readonly Change[], thisWeek: number): Changed {
  let changed = person
  let relief = 0
  for (const change of changes) {
    if (change.item === 'wageFloorCentsPerHour') relief += change.by
    else changed = applyChange(changed, change, thisWeek)
  }
  const answerCount = Object.keys(person.answers).length
  return { person: changed, supposed: relief === 0 ? { answerCount } : { answerCount, wageReliefCents: relief } }
}

function applyChange(person: Person, change: Change, thisWeek: number): Person {
  const { hours, place, study } = person
  switch (change.item) {
    case 'skill':
      return {
        ...person,
        answers: { ...person.answers, [change.skill]: change.to as Level },
        // A supposed skill comes with the proof that is asked (ruling 15).
        evidence: { ...person.evidence, [change.skill]: 'verified' },
      }
    case 'hoursMore':
      return hours ? { ...person, hours: [hours[0], hours[1] + change.by] } : person
    case 'hoursFewer':
      return hours ? { ...person, hours: [hours[0] - change.by, hours[1]] } : person
    case 'travelMinutes':
      return place ? { ...person, place: { ...place, maxMinutes: place.maxMinutes + change.by } } : person
    case 'startWeeksEarlier':
      return { ...person, availableFrom: Math.max(thisWeek, (person.availableFrom ?? thisWeek) - change.by) }
    case 'language':
      return { ...person, languages: { ...person.languages, [change.code]: change.to as Cefr } }
    case 'licence':
      return { ...person, licences: [...(person.licences ?? []), change.code] }
    case 'certificateOfConduct':
      return { ...person, certificateOfConduct: true }
    case 'ownCost':
      return { ...person, study: { ...study, ownCostEuro: (study?.ownCostEuro ?? 0) + change.by } }
    case 'totalWeeks':
      return { ...person, study: { ...study, totalWeeks: (study?.totalWeeks ?? 0) + change.by } }
    case 'studyHours':
      return { ...person, study: { ...study, hoursPerWeek: (study?.hoursPerWeek ?? 0) + change.by } }
    default:
      return person
  }
}

/** The parts of the states of terms that a change may move. */
export function statesMovedBy({ item }: Change): readonly (keyof TermStates)[] {
  switch (item) {
    case 'hoursMore':
    case 'hoursFewer':
      return ['shift', 'wage']
    case 'travelMinutes':
      return ['place']
    case 'wageFloorCentsPerHour':
      return ['wage']
    case 'startWeeksEarlier':
      return ['free']
    case 'language':
      return ['languages']
    case 'licence':
    case 'certificateOfConduct':
      return ['papers']
    default:
      return []
  }
}

/** The same as bits of `partBits`. */
export function partsMovedBy(change: Change): number {
  let bits = 0
  for (const part of statesMovedBy(change)) bits |= part === 'free' ? partBits.late : partBits[part as keyof typeof partBits]
  return bits
}
