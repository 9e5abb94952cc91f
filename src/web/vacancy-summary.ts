import type { VacancySummary } from '../modules/planning/index.ts'
import type { Catalogue, Language } from '../modules/skills/index.ts'
import type { VacancyRecord } from '../modules/vacancies/index.ts'

/** A vacancy as lists show it, for nobody in particular: wages per month at its own most hours. */
export function summaryOf(
  record: VacancyRecord,
  catalogue: Catalogue,
  regionName: (code: string) => string | undefined,
  language: Language,
): VacancySummary {
  const { facts } = record
  const region = record.region === undefined ? undefined : regionName(record.region)
  return {
    id: record.id,
    title: record.title,
    employer: record.employer,
    demo: record.demo,
    ...(record.occupation === undefined
      ? {}
      : { occupation: record.occupation, occupationLabel: catalogue.label(record.occupation, language) }),
    ...(record.region === undefined ? {} : { region: record.region }),
    ...(region === undefined ? {} : { regionName: region }),
    ...(record.placeName === undefined ? {} : { placeName: record.placeName }),
    ...(facts.remoteShare === undefined ? {} : { remoteShare: facts.remoteShare }),
    ...(facts.hours === undefined ? {} : { hours: facts.hours }),
    ...(facts.wageCents === undefined ? {} : { wageHourCents: facts.wageCents }),
    ...(facts.wageCents === undefined || facts.hours === undefined
      ? {}
      : {
          wageMonthEuro: [monthEuro(facts.wageCents[0], facts.hours[1]), monthEuro(facts.wageCents[1], facts.hours[1])] as const,
        }),
    ...(facts.startFrom === undefined ? {} : { startFrom: facts.startFrom }),
    ...(record.closesOn === undefined ? {} : { closesOn: record.closesOn }),
  }
}

function monthEuro(centsPerHour: number, hours: number): number {
  return Math.round((centsPerHour * hours * 52) / 1200)
}
