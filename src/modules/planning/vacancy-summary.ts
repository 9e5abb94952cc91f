import type { HoursRange } from '../../engine/matching/index.ts'
import type { Resident } from '../matching/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { Language } from '../skills/index.ts'
import type { VacancyRecord } from '../vacancies/index.ts'
import type { VacancySummary } from './views.ts'

/** Where names come from: the data of one moment, in one language. */
export interface Naming {
  readonly resident: Resident
  readonly regions: RegionsService
  readonly language: Language
  /** Hours of the person, for wages per month. */
  readonly hours?: HoursRange | undefined
}

export function summariseVacancy(naming: Naming, record: VacancyRecord): VacancySummary {
  const { facts } = record
  const region = record.region === undefined ? undefined : naming.regions.find(record.region)
  const hours = mostHours(naming.hours, facts.hours)
  return {
    id: record.id,
    title: record.title,
    employer: record.employer,
    demo: record.demo,
    ...(record.occupation === undefined
      ? {}
      : { occupation: record.occupation, occupationLabel: naming.resident.catalogue.label(record.occupation, naming.language) }),
    ...(record.region === undefined ? {} : { region: record.region }),
    ...(region === undefined ? {} : { regionName: region.name }),
    ...(record.placeName === undefined ? {} : { placeName: record.placeName }),
    ...(facts.remoteShare === undefined ? {} : { remoteShare: facts.remoteShare }),
    ...(facts.hours === undefined ? {} : { hours: facts.hours }),
    ...(facts.wageCents === undefined ? {} : { wageHourCents: facts.wageCents }),
    ...(facts.wageCents === undefined || hours === undefined
      ? {}
      : { wageMonthEuro: [monthEuro(facts.wageCents[0], hours), monthEuro(facts.wageCents[1], hours)] as const }),
    ...(facts.startFrom === undefined ? {} : { startFrom: facts.startFrom }),
    ...(record.closesOn === undefined ? {} : { closesOn: record.closesOn }),
  }
}

export function summariseVacancyById(naming: Naming, id: string): VacancySummary {
  const record = naming.resident.vacancies.get(id)
  // The engine was built from these very records, so this cannot miss; an id alone is still better than a crash.
  return record ? summariseVacancy(naming, record) : { id, title: id, employer: '', demo: false }
}

/** The most hours both allow, as the wage term takes them (definitions.md section 12). */
export function mostHours(person: HoursRange | undefined, vacancy: HoursRange | undefined): number | undefined {
  if (person && vacancy) {
    const shared = Math.min(person[1], vacancy[1])
    return shared >= Math.max(person[0], vacancy[0]) ? shared : vacancy[1]
  }
  return person?.[1] ?? vacancy?.[1]
}

/** Cents per hour to whole euros per month: 52 weeks over 12 months, without holiday pay. */
export function monthEuro(centsPerHour: number, hours: number): number {
  return Math.round((centsPerHour * hours * 52) / 1200)
}
