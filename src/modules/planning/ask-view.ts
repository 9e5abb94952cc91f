import type { AskFinding } from '../engines/index.ts'
import type { OfferingRecord, Programme } from '../trainings/index.ts'
import { occupationViews } from './door-view.ts'
import type { Naming } from './showing.ts'
import type { AskReason, AskView } from './views.ts'

/** What to ask about, in the order of the finding. */
export function askViews(naming: Naming, asks: readonly AskFinding[]): AskView[] {
  return asks.flatMap((ask) => {
    const offering = naming.records.offerings.get(ask.offering)
    const programme = offering && naming.records.programmes.get(offering.programme)
    return programme ? [askView(naming, ask, programme, offering)] : []
  })
}

function askView(naming: Naming, ask: AskFinding, programme: Programme, { facts, placeName }: OfferingRecord): AskView {
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
    opensLow: ask.opensLow,
    opensHigh: ask.opensHigh,
    mostly: occupationViews(naming, ask.mostly),
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
