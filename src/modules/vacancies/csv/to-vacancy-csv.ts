import type { Weight } from '../../../engine/matching/index.ts'
import { csvLine, csvMark } from '../../imports/index.ts'
import type { KeptRequirement, VacancyRecord } from '../vacancy.ts'
import { allColumns, headerOf, none, separator, type VacancyColumn } from './columns.ts'

const cefr = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const
const days = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const
const contracts = { permanent: 'vast', temporary: 'tijdelijk', internship: 'stage', freelance: 'zzp' } as const

/**
 * Vacancies as CSV with the columns that the import reads, a piece of text at a time: what a row can hold comes back the same. What is not known says
 * *geen* where an import would look for it in the text. No cell is run as a formula by a spreadsheet. Not held: the words a skill was
 * read from, the source, whether it is demo, and the state.
 */
export async function* toVacancyCsv(vacancies: AsyncIterable<VacancyRecord> | Iterable<VacancyRecord>): AsyncGenerator<string> {
  yield csvMark + csvLine(allColumns.map(headerOf))
  for await (const vacancy of vacancies) {
    const cells = cellsOf(vacancy)
    yield csvLine(allColumns.map((column) => cells[column] ?? ''))
  }
}

type Written = { readonly [Column in VacancyColumn]?: string | undefined }

function cellsOf(vacancy: VacancyRecord): Written {
  const { facts, requirements } = vacancy
  return {
    id: vacancy.id,
    title: vacancy.title,
    employer: vacancy.employer,
    description: vacancy.description,
    language: vacancy.language,
    occupation: vacancy.occupation ?? none,
    place: vacancy.placeName ?? none,
    region: vacancy.region ?? none,
    latitude: facts.at ? String(facts.at[0]) : none,
    longitude: facts.at ? String(facts.at[1]) : none,
    remoteShare: facts.remoteShare === undefined ? none : String(facts.remoteShare),
    hoursMin: facts.hours ? String(facts.hours[0]) : none,
    hoursMax: facts.hours ? String(facts.hours[1]) : none,
    days: facts.days === undefined ? undefined : joined(days.filter((_, day) => ((facts.days ?? 0) >> day) & 1)),
    ...wageCells(vacancy),
    contract: facts.contract && contracts[facts.contract],
    ...skillCells(requirements),
    languages: joined(facts.languages?.map(({ code, level }) => `${code}:${cefr[level - 1]}`)),
    level: facts.workLevel ? String(facts.workLevel.level) : none,
    orYears: facts.workLevel?.orYears === undefined ? undefined : String(facts.workLevel.orYears),
    diplomaLevel: facts.diplomaOnly && String(facts.diplomaOnly.level),
    diplomaFields: facts.diplomaOnly?.fields.join(separator),
    years: facts.experienceYears === undefined ? none : String(facts.experienceYears),
    licences: joined(facts.licences),
    certificateOfConduct: facts.certificateOfConduct ? 'ja' : none,
    sponsorsPermit: yesNo(facts.sponsorsPermit),
    startFrom: facts.startFrom,
    latestStart: facts.latestStart,
    trainings: facts.acceptsTrainings?.join(separator),
    paysTraining: yesNo(facts.paysTraining),
    carriedBy: facts.carriedBy,
    publishedOn: vacancy.publishedOn,
    closesOn: vacancy.closesOn ?? none,
    url: vacancy.sourceUrl,
  }
}

function wageCells({ facts: { wageCents } }: VacancyRecord): Written {
  if (!wageCents) return { wageMin: none, wageMax: none }
  return { wageMin: euros(wageCents[0]), wageMax: euros(wageCents[1]), wagePeriod: 'uur' }
}

/** With a comma, as Dutch spreadsheets read amounts. */
function euros(cents: number): string {
  return (cents / 100).toFixed(2).replace('.', ',')
}

function skillCells(requirements: readonly KeptRequirement[]): Written {
  const of = (weight: Weight): string =>
    requirements
      .filter((one) => one.weight === weight)
      .map(({ skill, level, evidence }) => {
        if (evidence !== undefined) return `${skill}:${level ?? ''}:${evidence}`
        return level === undefined ? skill : `${skill}:${level}`
      })
      .join(separator)
  const [essential, important, somewhat] = [of('essential'), of('important'), of('somewhat')]
  return { essential: essential || none, important, somewhat }
}

function joined(values: readonly string[] | undefined): string {
  return values?.length ? values.join(separator) : none
}

function yesNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'ja' : 'nee'
}
