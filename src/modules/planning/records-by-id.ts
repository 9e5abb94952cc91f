import type { Resident } from '../matching/index.ts'
import type { OfferingRecord, Programme } from '../trainings/index.ts'
import type { VacancyRecord } from '../vacancies/index.ts'

/** The ids that a view shows. */
export interface ShownIds {
  readonly vacancies: ReadonlySet<string>
  readonly offerings: ReadonlySet<string>
}

/** The records behind those ids; the programmes are those of the offerings. */
export interface RecordsById {
  readonly vacancies: ReadonlyMap<string, VacancyRecord>
  readonly offerings: ReadonlyMap<string, OfferingRecord>
  readonly programmes: ReadonlyMap<string, Programme>
}

/** Gives the records of the ids that are there; a view asks once, for all that it shows. */
export type RecordsOf = (ids: ShownIds) => Promise<RecordsById>

/** From the records in memory. At national size they come from the database: only this function changes then. */
export function recordsIn(resident: Resident): RecordsOf {
  return async (ids) => {
    const offerings = found(resident.offerings, ids.offerings)
    const programmes = new Set([...offerings.values()].map(({ programme }) => programme))
    return {
      vacancies: found(resident.vacancies, ids.vacancies),
      offerings,
      programmes: found(resident.programmes, programmes),
    }
  }
}

function found<T>(all: ReadonlyMap<string, T>, ids: ReadonlySet<string>): ReadonlyMap<string, T> {
  const some = new Map<string, T>()
  for (const id of ids) {
    const record = all.get(id)
    if (record !== undefined) some.set(id, record)
  }
  return some
}
