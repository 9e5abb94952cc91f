import type { CompiledVacancy, Market, Person } from '../matching/index.ts'
import { applyChange, stepsOf } from './change.ts'
import { byOpened } from './changes.ts'
import type { Change, SmallestChange } from './plan.ts'
import { type Planning, plansOfVacancy } from './vacancy-plans.ts'

/** A person ready to plan for certain. */
type Plan = (person: Person) => Planning

const items = [
  'hoursMore',
  'hoursFewer',
  'travelMinutes',
  'wageFloorCentsPerHour',
  'startWeeksEarlier',
  'ownCost',
  'totalWeeks',
  'studyHours',
] as const

/**
 * One term or one limit moved by its steps, with exactly the vacancies that newly have a plan for certain. A step is listed
 * when it opens something that smaller steps of the item do not. What is opened in high is not computed apart: it repeats low.
 */
export function changesWithTraining(
  market: Market,
  plan: Plan,
  person: Person,
  vacancies: readonly CompiledVacancy[],
): SmallestChange[] {
  const now = plan(person)
  const without = vacancies.filter((vacancy) => !hasPlan(now, vacancy))
  const found: SmallestChange[] = []
  for (const item of items) {
    const steps = stepsOf(item, person, market.context.thisWeek)
    const largest = steps.at(-1)
    if (!largest) continue
    // What the largest step does not open, no smaller one does: every step only widens.
    const openable = openedBy(market, plan, person, largest, without)
    found.push(...listSteps(market, plan, person, steps, openable))
  }
  return found.sort(byOpened)
}

function listSteps(
  market: Market,
  plan: Plan,
  person: Person,
  steps: readonly Change[],
  openable: readonly CompiledVacancy[],
): SmallestChange[] {
  const listed: SmallestChange[] = []
  let before = 0
  for (const change of steps) {
    if (openable.length === before) break
    const opens = openedBy(market, plan, person, change, openable).map(({ vacancy }) => vacancy.id)
    if (opens.length > before) listed.push({ changes: [change], opensLow: opens, opensHigh: opens })
    before = opens.length
  }
  return listed
}

function openedBy(
  market: Market,
  plan: Plan,
  person: Person,
  change: Change,
  vacancies: readonly CompiledVacancy[],
): CompiledVacancy[] {
  const changed = applyChange(person, change, market.context.thisWeek)
  if (!changed || vacancies.length === 0) return []
  const planning = plan(changed)
  return vacancies.filter((vacancy) => hasPlan(planning, vacancy))
}

function hasPlan(planning: Planning, vacancy: CompiledVacancy): boolean {
  return plansOfVacancy(planning, vacancy).next().done === false
}
