import type { Resident } from '../matching/index.ts'
import type { OfferingRecord, Programme } from '../trainings/index.ts'
import type { Vacancies, VacancyRecord } from '../vacancies/index.ts'

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

/**
 * The records of the ids that are there; a view asks once, for all that it shows. Vacancies are read as they are now, in whatever state: one that
 * closed since it was found is still called by its name. Trainings are those of the moment of the finding.
 */
export async function recordsOf(
  { resident, vacancies }: { readonly resident: Resident; readonly vacancies: Pick<Vacancies, 'ofIds'> },
  ids: ShownIds,
): Promise<RecordsById> {
  const offerings = found(resident.offerings, ids.offerings)
  const programmes = new Set([...offerings.values()].map(({ programme }) => programme))
  const read = ids.vacancies.size === 0 ? [] : await vacancies.ofIds([...ids.vacancies])
  return {
    vacancies: new Map(read.map((vacancy) => [vacancy.id, vacancy])),
    offerings,
    programmes: found(resident.programmes, programmes),
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
