import { type Mode, partsInTheWay, statesLike, viewLike } from '../matching/index.ts'
import { applyChanges, type Item, limitItems, partsMovedBy, statesMovedBy, termItems } from './change.ts'
import type { Change, SmallestChange } from './plan.ts'
import { type BothModes, bothModes } from './planning.ts'
import { isLateIn, type PlanRows, planRowsOf, RowsWithPlan, termsIn } from './rows-with-plan.ts'
import { type Scope, widenedIn } from './scope.ts'
import { type Traveller, travellerWith } from './traveller.ts'

/**
 * One term or one limit moved by its steps, with exactly the vacancies that newly have a plan (ruling 43). A step is listed
 * when it opens something that no smaller step of the item opens.
 */
export function changesWithTraining(both: BothModes, scope: Scope): SmallestChange[] {
  return new ChangesWithTraining(both, scope).list()
}

type PerMode<T> = Readonly<Record<Mode, T>>

const modes = ['low', 'high'] as const

/** Rows are meant by their place among the rows that terms may open. */
class ChangesWithTraining {
  readonly #both: BothModes
  readonly #rows: PlanRows
  readonly #before: RowsWithPlan
  /** By place: 0 not known yet, 1 there is a plan as it is, -1 there is none. */
  readonly #had: PerMode<Int8Array>

  constructor(both: BothModes, scope: Scope) {
    this.#both = both
    this.#rows = planRowsOf(both, widenedIn(both.low.traveller, scope))
    this.#before = new RowsWithPlan(both, this.#rows)
    const count = this.#rows.rows.length
    this.#had = { low: new Int8Array(count), high: new Int8Array(count) }
  }

  list(): SmallestChange[] {
    const { market, person } = this.#traveller
    const items = [...termItems(market, person), ...limitItems(person)]
    return items.flatMap((item) => this.#stepsThatOpen(item)).sort((a, b) => b.opensLow.length - a.opensLow.length)
  }

  #stepsThatOpen(item: Item): SmallestChange[] {
    const listed: SmallestChange[] = []
    const seen = new Set<number>()
    const opened = this.#openedBySteps(item)
    for (const [step, change] of item.steps.entries()) {
      const { low, high } = opened[step] as PerMode<readonly number[]>
      if (low.some((at) => !seen.has(at)))
        listed.push({ changes: [change], opensLow: this.#idsOf(low), opensHigh: this.#idsOf(high) })
      for (const at of low) seen.add(at)
    }
    return listed
  }

  /** The largest step first: what it does not open no smaller one does, but for a start, as a wait may pass a limit of weeks. */
  #openedBySteps(item: Item): PerMode<readonly number[]>[] {
    const isMonotone = item.steps[0]?.item !== 'startWeeksEarlier'
    let candidates: PerMode<readonly number[]> = { low: this.#candidates(item, 'low'), high: this.#candidates(item, 'high') }
    const opened: PerMode<readonly number[]>[] = []
    for (const change of [...item.steps].reverse()) {
      const found = this.#openedBy(change, candidates)
      opened.unshift(found)
      if (isMonotone) candidates = found
    }
    return opened
  }

  /** Rows without a plan where only terms that the item moves stand in the way; with none in the way it must move plans. */
  #candidates({ steps: [change] }: Item, mode: Mode): number[] {
    const found: number[] = []
    if (!change) return found
    const moved = partsMovedBy(change)
    const plans = movesPlans(this.#traveller, change)
    const { parts } = this.#rows
    for (let at = 0; at < parts.length; at++) {
      const terms = termsIn(parts[at] as number, mode)
      if ((terms & ~moved) !== 0 || (terms === 0 && (!plans || this.#hadPlan(at, mode)))) continue
      found.push(at)
    }
    return found
  }

  #hadPlan(at: number, mode: Mode): boolean {
    const known = this.#had[mode][at] as number
    if (known !== 0) return known === 1
    const parts = this.#rows.parts[at] as number
    const found = termsIn(parts, mode) === 0 && this.#before.has(at, isLateIn(parts), mode)
    this.#had[mode][at] = found ? 1 : -1
    return found
  }

  #openedBy(change: Change, candidates: PerMode<readonly number[]>): PerMode<readonly number[]> {
    if (modes.every((mode) => candidates[mode].length === 0)) return candidates
    const changed = this.#after(change)
    const after = new RowsWithPlan(changed, this.#rows, this.#likeness(change))
    const opens = (mode: Mode): number[] => {
      const places = candidates[mode]
      const parts = this.#partsAfter(change, places)
      return places.filter((at, index) => {
        const now = parts ? (parts[index] as number) : (this.#rows.parts[at] as number)
        return termsIn(now, mode) === 0 && after.has(at, isLateIn(now), mode)
      })
    }
    return { low: opens('low'), high: opens('high') }
  }

  /** What of the paths that could be walked before holds after a change. */
  #likeness(change: Change): ConstructorParameters<typeof RowsWithPlan>[2] {
    if (!movesPaths(this.#traveller, change)) return { like: this.#before }
    const { item } = change
    if (!this.#traveller.market.shortcuts.newCourses) return {}
    return item === 'travelMinutes' || item === 'studyHours' || item === 'language' ? { former: this.#before } : {}
  }

  /** Undefined: the change moves no term. */
  #partsAfter(change: Change, places: readonly number[]): Uint16Array | undefined {
    const { market, view, person } = this.#traveller
    const moved = statesMovedBy(change)
    if (moved.length === 0) return undefined
    const { person: changed, supposed } = applyChanges(person, [change], market.context.thisWeek)
    const rows = Uint32Array.from(places, (at) => this.#rows.rows[at] as number)
    return partsInTheWay(market.columns, statesLike(market, view, changed, supposed, moved), rows)
  }

  #after(change: Change): BothModes {
    const { market, person, courses, travelCentsPerKm, view } = this.#traveller
    const { person: changed, supposed } = applyChanges(person, [change], market.context.thisWeek)
    // No answer changes, so nothing is assessed again.
    return bothModes(travellerWith(market, courses, travelCentsPerKm, viewLike(market, view, changed, supposed, [])))
  }

  /** In order of id. */
  #idsOf(places: readonly number[]): string[] {
    const { market } = this.#traveller
    const { rank, rowByRank } = market.columns
    const ranks = Uint32Array.from(places, (at) => rank[this.#rows.rows[at] as number] as number).sort()
    return Array.from(ranks, (at) => market.idOf(rowByRank[at] as number))
  }

  get #traveller(): Traveller {
    return this.#both.low.traveller
  }
}

/** Whether an item bears on which paths before a job can be walked. */
function movesPaths({ courses }: Traveller, change: Change): boolean {
  switch (change.item) {
    case 'travelMinutes':
    case 'startWeeksEarlier':
    case 'ownCost':
    case 'totalWeeks':
    case 'studyHours':
      return true
    case 'language':
      return courses.columns.languages.list.some(({ code }) => code === change.code)
    default:
      return false
  }
}

/** Whether it bears on plans otherwise than by terms: on paths, or by the hours on the lowest month of a job. */
function movesPlans(traveller: Traveller, change: Change): boolean {
  const isHours = change.item === 'hoursMore' || change.item === 'hoursFewer'
  return movesPaths(traveller, change) || (isHours && traveller.person.study?.lowestMonthEuro !== undefined)
}
