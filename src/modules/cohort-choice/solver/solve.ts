import type { Highs, Model } from 'highs'
import {
  type Aim,
  brokenBy,
  type Choice,
  type Problem,
  type Programme,
  programmeOf,
  quickChoice,
  worthOf,
} from '../../../engine/choosing/index.ts'
import type { Asked, Solved } from './messages.ts'

/** Shares of the time that is left: the first aim, the second one, the cost. What is not used goes to the next. */
const shares = { first: 0.75, second: 0.6, cost: 0.9 } as const
/** How far equals are looked for, in nodes of the search: the same on a fast and on a slow machine. */
const nodes = { first: 1_000_000, second: 400, cost: 100 } as const
/** The aims are counts of people: less than one apart is equal. */
const lessThanOne = 0.999
/** Less than a cohort counts among equal costs. */
const lessThanACohort = 5e-6
const slack = { first: 1e-6, second: 1e-4 } as const
/** Even without any time left the flow is worked out: it takes milliseconds, and without it there is no answer. */
const leastSeconds = 1

/**
 * The best choice there was time for. What is aimed at first; among equals the other aim; among those the lowest cost, and the fewest cohorts. What is
 * equal after that is decided by the order of ids, by one thread with one seed: the same problem has the same answer, unless the time ran out.
 * @throws Error when the solver fails, or gives what does not fit the problem
 */
export function solve(highs: Highs, { problem, aim, milliseconds, open, from, isFirstOnly }: Asked, now: () => number): Solved {
  const began = now()
  const left = (): number => Math.max(0, milliseconds - (now() - began)) / 1000
  const programme = programmeOf(problem, aim)
  if (programme.colUpper.length === 0) return nothing(now() - began)
  const model = highs.createModel()
  /** The best there is so far, as values of the columns: each stage begins from it. */
  let current: readonly number[] = []
  try {
    pass(highs, model, programme)
    const found = open ? { open: fixedBy(problem, programme, open), bound: 0, isProven: true, isSettled: true } : search()
    const choice = flowOf(found.open)
    const broken = brokenBy(problem, choice)
    if (broken !== undefined) throw new Error(`the solver gave what does not fit: ${broken}`)
    const worth = worthOf(problem, choice)
    const reached = aim === 'most' ? worth.placed : worth.weighted
    const bound = open ? reached : Math.max(found.bound, reached)
    return {
      ...{ choice, worth, bound, isProven: found.isProven, isSettled: found.isSettled },
      milliseconds: Math.round(now() - began),
    }
  } finally {
    model.dispose()
  }

  /** Which candidates are open, stage by stage. */
  function search() {
    const [first, second] = aimsOf(aim)
    begin()
    const one = stage(programme.objectives[first], { share: shares.first, gap: lessThanOne, nodes: nodes.first })
    const bound = Math.floor(one.bound + slack.first)
    if (isFirstOnly) return { open: one.open, bound, isProven: one.isOptimal, isSettled: false }
    hold(first, one.value - slack.first)
    const two = stage(programme.objectives[second], { share: shares.second, gap: lessThanOne, nodes: nodes.second })
    hold(second, two.value - slack.second)
    const cost = stage(
      programme.objectives.cost.map((each) => -each),
      { share: shares.cost, gap: lessThanACohort, nodes: nodes.cost },
    )
    return { open: cost.open, bound, isProven: one.isOptimal, isSettled: two.isOptimal && cost.isOptimal }
  }

  /** What no stage loses any more: the aim with the best there was. */
  function hold(which: 'placed' | 'weighted', least: number): void {
    model.changeRowBounds(programme.floors[which], least, highs.infinity)
  }

  /** The better of a quick choice and the one that was given: both fit. */
  function begin(): void {
    const objective = programme.objectives[aimsOf(aim)[0]]
    const starts = [quickChoice(problem), ...(from ? [from] : [])].map((ids) => flowValues(fixedBy(problem, programme, ids)))
    const worth = (values: readonly number[]): number => objective.reduce((sum, each, at) => sum + each * (values[at] ?? 0), 0)
    current = starts.reduce((best, one) => (worth(one) > worth(best) ? one : best))
  }

  function stage(objective: readonly number[], how: { readonly share: number; readonly gap: number; readonly nodes: number }) {
    const { share, gap } = how
    model.changeColsCost({ kind: 'range', from: 0, to: objective.length - 1 }, Float64Array.from(objective))
    model.options.set('time_limit', Math.max(0.05, share * left()))
    model.options.set('mip_abs_gap', gap)
    model.options.set('mip_max_nodes', how.nodes)
    // Last: a change of the model forgets it.
    model.setSolution({ colValue: current })
    model.zeroAllClocks()
    model.run()
    const values = Array.from(model.getSolution().colValue)
    const isOptimal = model.getModelStatus() === highs.constants.modelStatus.optimal
    const value = objective.reduce((sum, each, at) => sum + each * (values[at] ?? 0), 0)
    const bound = Number(model.info.get('mip_dual_bound'))
    current = values
    return {
      open: Array.from({ length: programme.candidates }, (_, at) => (values[at] ?? 0) > 0.5),
      value: Math.abs(value - Math.round(value)) < 1e-3 ? Math.round(value) : value,
      bound: isOptimal && gap === lessThanOne ? Math.round(value) : bound,
      isOptimal,
    }
  }

  function flowOf(opened: readonly boolean[]): Choice {
    return programme.read(flowValues(opened))
  }

  /** Who goes where, with these cohorts open: a flow, so its best corner is whole. */
  function flowValues(opened: readonly boolean[]): number[] {
    const flow = highs.createModel()
    try {
      pass(highs, flow, { ...programme, ...fixed(programme, opened) }, false)
      flow.changeColsCost({ kind: 'range', from: 0, to: programme.flow.length - 1 }, Float64Array.from(programme.flow))
      flow.options.set('time_limit', Math.max(leastSeconds, left()))
      flow.run()
      if (flow.getModelStatus() !== highs.constants.modelStatus.optimal)
        throw new Error('the flow of a choice could not be worked out')
      return Array.from(flow.getSolution().colValue)
    } finally {
      flow.dispose()
    }
  }
}

/** There is nothing to choose from, and solvers refuse a problem without columns. */
const nothing = (milliseconds: number): Solved => ({
  choice: { open: [], taught: [], hired: [] },
  worth: { placed: 0, weighted: 0, costEuro: 0 },
  ...{ bound: 0, isProven: true, isSettled: true, milliseconds: Math.round(milliseconds) },
})

const aimsOf = (aim: Aim): readonly ['placed' | 'weighted', 'placed' | 'weighted'] =>
  aim === 'most' ? ['placed', 'weighted'] : ['weighted', 'placed']

function fixedBy({ candidates }: Problem, programme: Programme, ids: readonly string[]): readonly boolean[] {
  const sorted = candidates.map(({ id }) => id).sort()
  return Array.from({ length: programme.candidates }, (_, at) => ids.includes(sorted[at] ?? ''))
}

function fixed(programme: Programme, opened: readonly boolean[]): Pick<Programme, 'colLower' | 'colUpper'> {
  const bounds = (of: readonly number[]): number[] => of.map((bound, at) => (at < opened.length ? Number(opened[at]) : bound))
  return { colLower: bounds(programme.colLower), colUpper: bounds(programme.colUpper) }
}

function pass(highs: Highs, model: Model, programme: Programme, isWhole = true): void {
  const { colLower, colUpper, rowLower, rowUpper, starts, indices, values, candidates } = programme
  const bounded = (list: readonly number[]): number[] =>
    list.map((one) => (Number.isFinite(one) ? one : Math.sign(one) * highs.infinity))
  model.passModel({
    numCols: colUpper.length,
    numRows: rowUpper.length,
    sense: highs.constants.objectiveSense.maximize,
    ...{ colCost: colUpper.map(() => 0), colLower, colUpper },
    ...{ rowLower: bounded(rowLower), rowUpper: bounded(rowUpper) },
    matrix: { format: 'csc', numRows: rowUpper.length, numCols: colUpper.length, starts, indices, values },
    ...(isWhole ? { integrality: colUpper.map((_, at) => (at < candidates ? 1 : 0)) } : {}),
  })
  model.options.set('random_seed', 1)
  model.options.set('mip_rel_gap', 0)
}
