import type { Cefr, Person } from '../../src/engine/matching/person.ts'
import type { Change, SmallestChange } from '../../src/engine/planning/plan.ts'
import type { Level } from '../../src/engine/taxonomy/concept.ts'
import type { Mode } from './claims.ts'
import { needOf, rangeOf } from './claims.ts'
import { isOpen } from './judge.ts'
import { sortedOnce } from './order.ts'
import { planBy, ways } from './plans.ts'
import { type Asker, type View, viewOf } from './view.ts'

/** One thing that can change, with its steps from small to large. */
export type Item = readonly Change[]

const fiveSteps = (step: number) => [1, 2, 3, 4, 5].map((times) => times * step)

/** The level a supposed skill comes out at: never below what was answered (ruling 41). */
const raisedTo = (person: Person, skill: string, need: number): number => {
  const answer = person.answers[skill]
  return answer === undefined ? need : Math.max(need, rangeOf(answer)[0])
}

export function skillItems({ tables, person }: View): Item[] {
  const needs = new Map<string, Set<number>>()
  for (const vacancy of tables.vacancies) {
    for (const requirement of vacancy.requirements) {
      const concept = tables.concepts.conceptOf(requirement.skill)
      if (concept === undefined) continue
      if (!needs.has(concept)) needs.set(concept, new Set())
      needs.get(concept)!.add(raisedTo(person, concept, needOf(requirement)))
    }
  }
  return sortedOnce(needs.keys())
    .map((skill) => [skill, needs.get(skill)!] as const)
    .map(([skill, levels]) => [...levels].sort((a, b) => a - b).map((to) => ({ item: 'skill', skill, to })))
}

export function termItems({ tables, person }: View): Item[] {
  const { thisWeek } = tables.world.settings
  const items: Change[][] = []
  if (person.hours !== undefined) {
    const least = person.hours[0]
    items.push(fiveSteps(4).map((by) => ({ item: 'hoursMore', by })))
    items.push(
      fiveSteps(4)
        .filter((by) => least - by >= 1)
        .map((by) => ({ item: 'hoursFewer', by })),
    )
  }
  if (person.place !== undefined) items.push(fiveSteps(10).map((by) => ({ item: 'travelMinutes', by })))
  if (person.wageFloorMonthEuro !== undefined) {
    items.push(fiveSteps(50).map((by) => ({ item: 'wageFloorCentsPerHour', by })))
  }
  if (person.availableFrom !== undefined) {
    const early = person.availableFrom - thisWeek
    items.push(
      fiveSteps(4)
        .filter((by) => by - 4 < early)
        .map((by) => ({ item: 'startWeeksEarlier', by })),
    )
  }
  const asked = tables.vacancies.flatMap((vacancy) => (vacancy.languages ?? []).map(({ code }) => code))
  for (const code of sortedOnce(asked)) {
    const level = person.languages?.[code]
    if (level === undefined) continue
    const levels = [1, 2, 3, 4, 5, 6].filter((to) => to > level)
    items.push(levels.map((to) => ({ item: 'language', code, to })))
  }
  for (const code of sortedOnce(tables.vacancies.flatMap((vacancy) => vacancy.licences ?? []))) {
    if (person.licences !== undefined && !person.licences.includes(code)) items.push([{ item: 'licence', code }])
  }
  const isAsked = tables.vacancies.some((vacancy) => vacancy.certificateOfConduct === true)
  if (person.certificateOfConduct === false && isAsked) items.push([{ item: 'certificateOfConduct' }])
  return items
}

export function limitItems({ person }: View): Item[] {
  const items: Change[][] = []
  const { ownCostEuro, totalWeeks, hoursPerWeek } = person.study ?? {}
  if (ownCostEuro !== undefined) items.push(fiveSteps(250).map((by) => ({ item: 'ownCost', by })))
  if (totalWeeks !== undefined) items.push(fiveSteps(4).map((by) => ({ item: 'totalWeeks', by })))
  if (hoursPerWeek !== undefined) items.push(fiveSteps(4).map((by) => ({ item: 'studyHours', by })))
  return items
}

/** Ruling 1: what a change opens is found by applying it. */
export function apply(asker: Asker, change: Change, thisWeek: number): Asker {
  const { person } = asker
  const changed = (part: Partial<Person>): Asker => ({ ...asker, person: { ...person, ...part } })
  const study = person.study ?? {}
  switch (change.item) {
    case 'skill':
      return changed({
        answers: { ...person.answers, [change.skill]: change.to as Level },
        evidence: { ...person.evidence, [change.skill]: 'verified' },
      })
    case 'hoursMore':
      return changed({ hours: [person.hours![0], person.hours![1] + change.by] })
    case 'hoursFewer':
      return changed({ hours: [person.hours![0] - change.by, person.hours![1]] })
    case 'travelMinutes':
      return changed({ place: { ...person.place!, maxMinutes: person.place!.maxMinutes + change.by } })
    case 'wageFloorCentsPerHour':
      return { ...asker, wageExtraCents: asker.wageExtraCents + change.by }
    case 'startWeeksEarlier':
      return changed({ availableFrom: Math.max(thisWeek, person.availableFrom! - change.by) })
    case 'language':
      return changed({ languages: { ...person.languages, [change.code]: change.to as Cefr } })
    case 'licence':
      return changed({ licences: [...person.licences!, change.code] })
    case 'certificateOfConduct':
      return changed({ certificateOfConduct: true })
    case 'ownCost':
      return changed({ study: { ...study, ownCostEuro: study.ownCostEuro! + change.by } })
    case 'totalWeeks':
      return changed({ study: { ...study, totalWeeks: study.totalWeeks! + change.by } })
    case 'studyHours':
      return changed({ study: { ...study, hoursPerWeek: study.hoursPerWeek! + change.by } })
  }
}

export const viewWith = (view: View, changes: readonly Change[]): View => {
  const { thisWeek } = view.tables.world.settings
  return viewOf(
    view.tables,
    changes.reduce((asker, change) => apply(asker, change, thisWeek), view.asker),
  )
}

const openToday = (view: View, mode: Mode): string[] =>
  view.tables.vacancies.filter((vacancy) => isOpen(view, vacancy, mode, 'with start')).map((vacancy) => vacancy.id)

interface Opening {
  readonly low: readonly string[]
  readonly high: readonly string[]
}

const without = (ids: readonly string[], ...others: (readonly string[])[]) =>
  ids.filter((id) => !others.some((other) => other.includes(id)))

/** What opens when it is asked again with the changes, and was not open before. */
const openedBy = (view: View, changes: readonly Change[], open: (view: View, mode: Mode) => string[]): Opening => {
  const changed = viewWith(view, changes)
  return {
    low: without(open(changed, 'low'), open(view, 'low')),
    high: without(open(changed, 'high'), open(view, 'high')),
  }
}

/** Each step that opens something (low) that no smaller step of its item opens; most opened first. */
function listSingles(items: readonly Item[], openings: readonly (readonly Opening[])[]): SmallestChange[] {
  const listed: SmallestChange[] = []
  for (const [i, item] of items.entries()) {
    for (const [step, change] of item.entries()) {
      const { low, high } = openings[i]![step]!
      const smaller = openings[i]!.slice(0, step).map((opening) => opening.low)
      if (without(low, ...smaller).length > 0) listed.push({ changes: [change], opensLow: low, opensHigh: high })
    }
  }
  return listed.sort((a, b) => b.opensLow.length - a.opensLow.length)
}

/** Two items together: what neither opens alone, by the smallest steps that do it. */
function listPairs(view: View, items: readonly Item[], singles: readonly (readonly Opening[])[]): SmallestChange[] {
  const listed: Required<SmallestChange>[] = []
  for (let i = 0; i < items.length; i++) {
    for (let j = i + 1; j < items.length; j++) {
      const tried: { a: number; b: number; low: readonly string[] }[] = []
      for (const [a, first] of items[i]!.entries()) {
        for (const [b, second] of items[j]!.entries()) {
          const { low, high } = openedBy(view, [first, second], remembered(openToday))
          const jointly = without(low, singles[i]![a]!.low, singles[j]![b]!.low)
          const smaller = tried.filter((other) => other.a <= a && other.b <= b).map((other) => other.low)
          if (without(jointly, ...smaller).length > 0) {
            listed.push({ changes: [first, second], opensLow: low, opensHigh: high, jointly })
          }
          tried.push({ a, b, low })
        }
      }
    }
  }
  return listed
    .map((pair, index) => ({ pair, index, key: orderOfPair(pair, items) }))
    .sort((x, y) => y.pair.jointly.length - x.pair.jointly.length || byNumbers(x.key, y.key) || x.index - y.index)
    .map(({ pair }) => pair)
}

const byNumbers = (a: readonly number[], b: readonly number[]): number => {
  for (const [i, x] of a.entries()) if (x !== b[i]) return x - b[i]!
  return 0
}

/** First item and step, then second item and step. */
function orderOfPair({ changes }: SmallestChange, items: readonly Item[]): number[] {
  return changes.flatMap((change) => {
    const item = items.findIndex((steps) => steps.includes(change))
    return [item, items[item]!.indexOf(change)]
  })
}

/** Asked of one view many times. */
const remembered = (open: (view: View, mode: Mode) => string[]) => (view: View, mode: Mode) =>
  view.remember(`open ${mode}`, () => open(view, mode))

export function smallestChanges(view: View): { singles: SmallestChange[]; pairs: SmallestChange[] } {
  const items = [...skillItems(view), ...termItems(view)]
  const openings = items.map((item) => item.map((change) => openedBy(view, [change], remembered(openToday))))
  return { singles: listSingles(items, openings), pairs: listPairs(view, items, openings) }
}

export const jobsUnlockedBySkill = (view: View): SmallestChange[] =>
  smallestChanges(view).singles.filter(({ changes }) => changes[0]!.item === 'skill')

/** Vacancies with a plan: certain ones in low, certain or possible ones in high. */
const withPlan = (view: View, mode: Mode): string[] =>
  view.tables.vacancies
    .filter((vacancy) =>
      ways(view, vacancy).some(({ kind, set }) => {
        const plan = planBy(view, kind, set, vacancy)
        return plan !== undefined && (mode === 'high' || plan.certain)
      }),
    )
    .map((vacancy) => vacancy.id)

export function smallestChangesWithTraining(view: View): SmallestChange[] {
  const items = [...termItems(view), ...limitItems(view)]
  const openings = items.map((item) => item.map((change) => openedBy(view, [change], remembered(withPlan))))
  return listSingles(items, openings)
}
