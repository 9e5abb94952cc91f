import type { Resident } from '../matching/index.ts'
import type { Basis } from './views.ts'

/** What an answer rests on that was computed from this data. */
export function basisOf(resident: Resident, demo: boolean): Basis {
  return {
    taxonomy: resident.catalogue.version,
    transferModel: resident.transferModel,
    data: resident.dataVersion,
    demo,
    vacancies: resident.vacancyCount,
    offerings: resident.offerings.size,
    on: resident.today,
  }
}
