import { mostHours } from '../../engine/matching/index.ts'
import { wageMonthEuro } from '../rules/index.ts'
import type { VacancyRecord } from '../vacancies/index.ts'
import type { Naming } from './showing.ts'
import type { VacancySummary } from './views.ts'

function summariseVacancy(naming: Naming, record: VacancyRecord): VacancySummary {
  const { facts } = record
  const region = record.region === undefined ? undefined : naming.regions.find(record.region)
  const hours = mostHours(naming.hours, facts.hours)
  return {
    id: record.id,
    title: record.title,
    employer: record.employer || notNamed[naming.language],
    demo: record.demo,
    ...(record.occupation === undefined
      ? {}
      : { occupation: record.occupation, occupationLabel: naming.catalogue.label(record.occupation, naming.language) }),
    ...(record.region === undefined ? {} : { region: record.region }),
    ...(region === undefined ? {} : { regionName: region.name }),
    ...(record.placeName === undefined ? {} : { placeName: record.placeName }),
    ...(facts.remoteShare === undefined ? {} : { remoteShare: facts.remoteShare }),
    ...(facts.hours === undefined ? {} : { hours: facts.hours }),
    ...(facts.wageCents === undefined ? {} : { wageHourCents: facts.wageCents }),
    ...(facts.wageCents === undefined || hours === undefined
      ? {}
      : { wageMonthEuro: [wageMonthEuro(facts.wageCents[0], hours), wageMonthEuro(facts.wageCents[1], hours)] as const }),
    ...(facts.startFrom === undefined ? {} : { startFrom: facts.startFrom }),
    ...(record.closesOn === undefined ? {} : { closesOn: record.closesOn }),
  }
}

/** A posting need not name its employer; people read that it does not. */
const notNamed = { nl: 'werkgever niet genoemd', en: 'employer not named' } as const

export function summariseVacancyById(naming: Naming, id: string): VacancySummary {
  const record = naming.records.vacancies.get(id)
  // The engine was built from these very records, so this cannot miss; an id alone is still better than a crash.
  return record ? summariseVacancy(naming, record) : { id, title: id, employer: '', demo: false }
}
