import type { Ask } from '../../engine/planning/index.ts'
import type { OfferingRecord, Programme } from '../trainings/index.ts'
import { occupationsOf } from './door-view.ts'
import type { PlanShowing } from './plan-view.ts'
import type { AskReason, AskView } from './views.ts'

/** What to ask about, what opens most first; of several offerings of a programme the one that opens most. */
export function askViews(naming: PlanShowing, asks: readonly Ask[]): AskView[] {
  const seen = new Set<string>()
  return [...asks]
    .sort((a, b) => b.opens.length - a.opens.length || b.opensHigh.length - a.opensHigh.length)
    .flatMap((ask) => {
      const offering = naming.resident.offerings.get(ask.offering)
      const programme = offering && naming.resident.programmes.get(offering.programme)
      if (!programme || seen.has(programme.id)) return []
      seen.add(programme.id)
      return [askView(naming, ask, programme, offering)]
    })
}

function askView(naming: PlanShowing, ask: Ask, programme: Programme, { facts, placeName }: OfferingRecord): AskView {
  const { weeks, hoursPerWeek, outcomes } = programme.facts
  return {
    offering: ask.offering,
    programme: programme.id,
    title: programme.title[naming.language],
    provider: programme.provider,
    online: facts.online,
    ...(placeName === undefined ? {} : { placeName }),
    ...(weeks === undefined ? {} : { weeks }),
    ...(hoursPerWeek === undefined ? {} : { hoursPerWeek }),
    ...(facts.feeEuro === undefined ? {} : { feeEuro: facts.feeEuro }),
    unknown: unknownOf(programme, facts),
    isDerived: outcomes.some(({ from }) => from === 'derived' || from === 'text'),
    opensLow: ask.opens.length,
    opensHigh: ask.opensHigh.length,
    mostly: occupationsOf(naming, ask.opens.length > 0 ? ask.opens : ask.opensHigh),
  }
}

function unknownOf({ facts: { weeks, hoursPerWeek } }: Programme, facts: OfferingRecord['facts']): AskReason[] {
  return [
    ...(facts.rolling || facts.starts.length > 0 ? [] : (['start'] as const)),
    ...(weeks === undefined ? (['length'] as const) : []),
    ...(hoursPerWeek === undefined ? (['load'] as const) : []),
    ...(facts.feeEuro === undefined ? (['price'] as const) : []),
  ]
}
