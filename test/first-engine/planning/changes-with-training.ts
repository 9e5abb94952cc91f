import { knobs } from '../../../src/engine/planning/knobs.ts'
import type { Change, SmallestChange } from '../../../src/engine/planning/plan.ts'
import { type CompiledVacancy, type Mode, viewLike } from '../matching/index.ts'
import { visitPossible } from './all-plans.ts'
import { applyChanges, type Item, limitItems, termItems, termsMovedBy } from './change.ts'
import { isTaught } from './helps.ts'
import { type BothModes, bothModes } from './planning.ts'
import { bitsOf, startBit } from './target.ts'
import { travellerWith } from './traveller.ts'
import { visitPlans } from './vacancy-plans.ts'

/**
 * One term or one limit moved by its steps, with exactly the vacancies that newly have a plan (ruling 43). A step is listed
 * when it opens something that no smaller step of the item opens.
 */
export function changesWithTraining(both: BothModes, vacancies: readonly CompiledVacancy[]): SmallestChange[] {
  const { market, person } = both.low.traveller
  const without = {
    // High first: what cannot be taught there cannot in low either.
    low: vacancies.filter((vacancy) => mayBeTaught(both, vacancy, 'high') && !hasPlan(both, vacancy, 'low')),
    high: [] as readonly CompiledVacancy[],
  }
  without.high = without.low.filter((vacancy) => !hasPlan(both, vacancy, 'high'))
  without.low = without.low.filter((vacancy) => mayBeTaught(both, vacancy, 'low'))
  const found = [...termItems(market, person), ...limitItems(person)].flatMap((item) => stepsThatOpen(both, item, without))
  return found.sort((a, b) => b.opensLow.length - a.opensLow.length)
}

type PerMode<T> = Readonly<Record<Mode, T>>

/** Terms and limits may move, but what nobody teaches stays missing. A dual job is taught by its own course. */
function mayBeTaught({ low: { traveller } }: BothModes, vacancy: CompiledVacancy, mode: Mode): boolean {
  if (vacancy.vacancy.carriedBy !== undefined) return true
  const { metLow, metHigh } = traveller.view.assessment
  const met = mode === 'low' ? metLow : metHigh
  const missing = new Set(vacancy.essentials.filter(({ demand }) => met[demand] === 0).map(({ demand }) => demand))
  return isTaught(traveller.courses, [...missing], knobs.mostTrainings)
}

function stepsThatOpen(both: BothModes, item: Item, without: PerMode<readonly CompiledVacancy[]>): SmallestChange[] {
  const listed: SmallestChange[] = []
  const seen = new Set<string>()
  const candidates = {
    low: without.low.filter((vacancy) => mayMove(both, item, vacancy, 'low')),
    high: without.high.filter((vacancy) => mayMove(both, item, vacancy, 'high')),
  }
  const opened = openedByStep(both, item, candidates)
  for (const [at, change] of item.steps.entries()) {
    const { low, high } = opened[at] as PerMode<string[]>
    if (low.some((id) => !seen.has(id))) listed.push({ changes: [change], opensLow: low, opensHigh: high })
    for (const id of low) seen.add(id)
  }
  return listed
}

/** What each step opens. A larger step opens all that a smaller one does, but for a start: a wait may pass a limit of weeks. */
function openedByStep(both: BothModes, item: Item, candidates: PerMode<readonly CompiledVacancy[]>): PerMode<string[]>[] {
  const isMonotone = item.steps[0]?.item !== 'startWeeksEarlier'
  let { low, high } = candidates
  const opened: PerMode<string[]>[] = []
  for (const change of [...item.steps].reverse()) {
    const changed = low.length > 0 || high.length > 0 ? planningAfter(both, change) : both
    const openLow = low.filter((vacancy) => hasPlan(changed, vacancy, 'low'))
    const sure = new Set(openLow)
    const openHigh = high.filter((vacancy) => sure.has(vacancy) || hasPlan(changed, vacancy, 'high'))
    opened.unshift({ low: idsOf(openLow), high: idsOf(openHigh) })
    if (isMonotone) {
      low = openLow
      high = openHigh
    }
  }
  return opened
}

/** Only the terms that an item moves may stand in the way, and with none in the way it must move what is asked of trainings. */
function mayMove({ low: { traveller } }: BothModes, item: Item, vacancy: CompiledVacancy, mode: Mode): boolean {
  const [change] = item.steps
  if (!change) return false
  const bits = bitsOf(traveller, vacancy)[mode]
  const other = bits & ~startBit(vacancy)
  if (other === 0) return movesPlans(change) || (change.item === 'startWeeksEarlier' && bits !== 0)
  const moved = termsMovedBy(change)
  return vacancy.terms.every(({ key }, at) => (other & (1 << at)) === 0 || moved.includes(key))
}

/** Whether an item bears on trainings, or on the lowest month of a job, and not on terms only. */
function movesPlans({ item }: Change): boolean {
  return item !== 'wageFloorCentsPerHour' && item !== 'licence' && item !== 'certificateOfConduct'
}

function planningAfter({ low: { traveller } }: BothModes, change: Change): BothModes {
  const { market, person, courses, travelCentsPerKm, view } = traveller
  const changed = applyChanges(person, [change], market.context.thisWeek)
  // No answer changes, so nothing is assessed again.
  return bothModes(travellerWith(market, courses, travelCentsPerKm, viewLike(market, view, changed.person, changed.supposed, [])))
}

function hasPlan(both: BothModes, vacancy: CompiledVacancy, mode: Mode): boolean {
  const visit = (): boolean => true
  const wish = { visit, anyWillDo: true }
  return visitPlans(both.low, vacancy, wish) || (mode === 'high' && visitPossible(both, vacancy, wish))
}

function idsOf(vacancies: readonly CompiledVacancy[]): string[] {
  return vacancies.map(({ vacancy }) => vacancy.id)
}
