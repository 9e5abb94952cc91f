import type { CountedWaiting } from '../engines/index.ts'
import { conditionLabel, type Naming, summariseVacancyById } from '../planning/index.ts'
import type { WaitingCounts, WaitingDemand } from './views.ts'

/** Rounded counts with names. */
export function waitingCounts(naming: Naming, counted: CountedWaiting): WaitingCounts {
  const view = (demand: string): WaitingDemand => {
    const label = conditionLabel(naming, demand)
    return { demand, ...(label === undefined ? {} : { label }) }
  }
  const first = counted.otherEnd.first.map(({ vacancy, people }) => ({ vacancy: summariseVacancyById(naming, vacancy), people }))
  const { pool, needs, canBegin, all } = counted
  return {
    ...{ pool, needs, canBegin, all },
    demands: counted.demands.map(({ demand, against, costs }) => ({ ...view(demand), against, costs })),
    pairs: counted.pairs.map(({ demands: [a, b], more }) => ({ demands: [view(a), view(b)] as const, more })),
    lower: counted.lower.map(({ skill, level, costs }) => ({
      ...{ skill, level, costs },
      label: conditionLabel(naming, `skill:${skill}`) ?? skill,
    })),
    otherEnd: { ...counted.otherEnd, first, employers: employersOf(first) },
  }
}

function employersOf(first: WaitingCounts['otherEnd']['first']): WaitingCounts['otherEnd']['employers'] {
  return [...Map.groupBy(first, ({ vacancy }) => vacancy.employer)]
    .map(([employer, own]) => ({ employer, vacancies: own.length }))
    .sort((a, b) => b.vacancies - a.vacancies || (a.employer < b.employer ? -1 : 1))
}
