import type { Week } from '../../engine/matching/index.ts'
import { weekOfDate } from '../../platform/index.ts'
import type { Naming } from './showing.ts'
import type { TrainingSummary } from './views.ts'

/** With `start`, the seats of that very start. */
export function summariseTraining(naming: Naming, id: string, start?: Week): TrainingSummary {
  const offering = naming.records.offerings.get(id)
  const programme = offering && naming.records.programmes.get(offering.programme)
  if (!offering || !programme) {
    return { offering: id, programme: '', title: id, provider: '', online: false, weeks: 0, hoursPerWeek: 0, feeEuro: 0 }
  }
  const seats = offering.facts.starts.find((one) => start !== undefined && weekOfDate(one.date) === start)?.seats
  return {
    offering: id,
    programme: programme.id,
    title: programme.title[naming.language],
    provider: programme.provider,
    online: offering.facts.online,
    ...(offering.placeName === undefined ? {} : { placeName: offering.placeName }),
    // Known of all that is planned: what is ask-first has a view of its own.
    weeks: programme.facts.weeks ?? 0,
    hoursPerWeek: programme.facts.hoursPerWeek ?? 0,
    feeEuro: offering.facts.feeEuro ?? 0,
    ...(seats === undefined ? {} : { seats }),
  }
}
