import type { CountedEffect } from '../engines/index.ts'
import { conditionLabel, type Naming, summariseTraining } from '../planning/index.ts'
import type { DemandView, PoolCounts } from './views.ts'

type Asked = readonly { readonly skill: string; readonly words?: string }[]

/** Rounded counts with names; skills in the order in which they are asked. */
export function countsView(naming: Naming, counted: CountedEffect, asked: Asked): PoolCounts {
  const order = new Map(asked.map(({ skill }, at) => [`skill:${skill}`, at]))
  const words = new Map(asked.map((one) => [`skill:${one.skill}`, one.words]))
  const view = (demand: string): DemandView => demandView(naming, demand, words.get(demand))
  const place = (demand: string): number => order.get(demand) ?? order.size
  return {
    pool: counted.pool,
    now: counted.now,
    able: counted.able,
    steps: counted.steps.map(({ demand, left }) => ({ ...view(demand), left })),
    // Terms keep the order they came in.
    demands: [...counted.demands]
      .sort((a, b) => place(a.demand) - place(b.demand))
      .map(({ demand, costs }) => ({ ...view(demand), costs })),
    pairs: counted.pairs.map(({ demands: [a, b], costs, more }) => ({ demands: [view(a), view(b)] as const, costs, more })),
    all: counted.all,
    trainings: counted.trainings.map(({ offering, brings }) => ({ training: summariseTraining(naming, offering), brings })),
  }
}

function demandView(naming: Naming, demand: string, words: string | undefined): DemandView {
  const label = conditionLabel(naming, demand)
  return { demand, ...(label === undefined ? {} : { label }), ...(words === undefined ? {} : { words }) }
}
