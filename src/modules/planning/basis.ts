import { dateOfWeek } from '../../platform/index.ts'
import type { Limited } from '../engines/index.ts'
import type { Resident } from '../matching/index.ts'
import type { Basis } from './views.ts'

/** What an answer rests on that was computed from this data. */
/** `limited`: how far an answer goes that could not be finished in time. */
export function basisOf(resident: Resident, demo: boolean, limited?: Limited): Basis {
  return {
    taxonomy: resident.catalogue.version,
    transferModel: resident.transferModel,
    data: resident.dataVersion,
    demo,
    vacancies: resident.vacancyCount,
    offerings: resident.offerings.size,
    on: resident.today,
    ...(limited && { limited: { trainings: limited.trainings, readyBy: dateOfWeek(limited.readyBy) } }),
  }
}
