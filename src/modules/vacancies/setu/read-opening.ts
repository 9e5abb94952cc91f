import type { ReadRecord } from '../intake/record-format.ts'
import type { PostingContext } from '../job-postings/posting-context.ts'
import type { JsonObject } from '../job-postings/posting-fields.ts'
import { readPosting } from '../job-postings/read-posting.ts'
import type { VacancyFacts } from '../vacancy.ts'
import { demandsOf } from './opening-demands.ts'
import { employerOf } from './opening-parties.ts'
import { payOf } from './opening-pay.ts'
import { placeOf } from './opening-place.ts'
import { addCompetencies } from './opening-skills.ts'
import { all, first, textAt, type XmlElement } from './xml-element.ts'

const profile = 'PositionProfileNL'
const detail = `${profile}/PositionDetail`
const advertisement = 'AdvertisementInfoNL'

/**
 * Reads a PositionOpeningNL: as the JobPosting that says the same, so that texts are read by the same rules, and beside it what only SETU
 * has a field for. What the standard says and a vacancy cannot hold is left (the table in docs/guides/import-vacancies.md).
 */
export function readOpening(opening: XmlElement, context: PostingContext): ReadRecord {
  const warnings: string[] = []
  const position = first(opening, detail)
  const read = readPosting(postingOf(opening, position, context, warnings), context)
  if (!('vacancy' in read)) return read
  const { vacancy } = read
  const requirements = addCompetencies(
    vacancy.requirements,
    all(position, 'Requirements/Qualifications/Competency'),
    context,
    warnings,
  )
  if ('refused' in requirements) return requirements
  return {
    vacancy: {
      ...vacancy,
      requirements: requirements.asked,
      facts: { ...vacancy.facts, ...demandsOf(position, vacancy.facts, warnings), ...datesOf(opening) },
    },
    warnings: [...warnings, ...read.warnings],
  }
}

function postingOf(
  opening: XmlElement,
  position: XmlElement | undefined,
  context: PostingContext,
  warnings: string[],
): JsonObject {
  const text = (path: string): string | undefined => textAt(opening, path)
  const names = [textAt(position, 'FunctionName/Name'), textAt(position, 'ProfessionName/Name')]
  return withoutUndefined({
    '@type': 'JobPosting',
    title: text(`${advertisement}/PositionTitle`) ?? textAt(position, 'PositionTitle') ?? names[0] ?? names[1],
    hiringOrganization: employerOf(opening),
    inLanguage: opening.attributes.lang,
    description: lines([
      text(`${profile}/FormattedPositionDescription`),
      textAt(position, 'FunctionDescription'),
      text(`${advertisement}/ShortDescriptionVacancy`),
    ]),
    qualifications: textAt(position, 'FunctionRequirementsDescription'),
    jobBenefits: lines(
      ['RemunerationPackageNL', 'RemunerationPackage'].map((pack) => textAt(position, `${pack}/Benefits/Comments`)),
    ),
    employerOverview: lines([text(`${profile}/Organization/Description`), text(`${profile}/Organization/ValueStatement`)]),
    applicationProcedure: text('ApplicationInformationNL/ApplicationProcedureInformation'),
    keywords: all(opening, `${profile}/PositionKeywords/Keyword`)
      .map((keyword) => keyword.text)
      .filter((word) => word !== '')
      .join(', '),
    occupationalCategory: names.filter((name) => name !== undefined),
    jobLocation: placeOf(position, context),
    workHours: rangeText(first(position, 'HoursPerWeek')),
    baseSalary: payOf(position, warnings),
    employmentType: contractOf(position, warnings),
    experienceRequirements: experienceOf(position),
    validThrough:
      text('ApplicationInformationNL/FinalApplicationDate') ??
      text(`${advertisement}/PublicationDates/PublicationDate/PublicationEndDate`),
    datePosted: text(`${advertisement}/PublicationDates/PublicationDate/PublicationStartDate`),
    url: addressOf(opening),
  })
}

/** Each text once: advertisements repeat the description as a short one. */
function lines(texts: readonly (string | undefined)[]): string | undefined {
  return [...new Set(texts.filter((text) => text !== undefined))].join('\n\n') || undefined
}

function rangeText(range: XmlElement | undefined): string | undefined {
  const [min, max] = [textAt(range, 'Minimum'), textAt(range, 'Maximum')]
  if (min === undefined && max === undefined) return undefined
  return `${min ?? max}-${max ?? min} uur per week`
}

function experienceOf(position: XmlElement | undefined): JsonObject | undefined {
  const years = Number(textAt(position, 'Requirements/YearsOfRelevantWorkingExperience/Minimum'))
  return years > 0 ? { '@type': 'OccupationalExperienceRequirements', monthsOfExperience: Math.floor(years * 12) } : undefined
}

const contractTypes: Readonly<Record<string, string>> = {
  temporaryandsecondment: 'TEMPORARY',
  intern: 'INTERN',
  freelance: 'CONTRACTOR',
}

/** How long decides where the kind is *direct*; a trainee or franchise says nothing of what we distinguish. */
function contractOf(position: XmlElement | undefined, warnings: string[]): string | undefined {
  const kind = textAt(position, 'ContractDetails/TypeOfContract')?.toLowerCase()
  const duration = textAt(position, 'ContractDetails/ContractDuration')?.toLowerCase()
  const known = kind === undefined ? undefined : contractTypes[kind]
  if (known !== undefined) return known
  if (kind === 'franchise') {
    warnings.push('The contract is a franchise, which is no job with an employer: the kind of contract is left out.')
    return undefined
  }
  if (duration === 'permanent') return 'PERMANENT'
  return duration?.startsWith('predetermined') ? 'TEMPORARY' : undefined
}

/** The page of the vacancy before the form to apply. */
function addressOf(opening: XmlElement): string | undefined {
  const methods = all(opening, 'ApplicationInformationNL/HowToApply/ApplicationMethod')
  for (const type of ['VacancyURL', 'JobboardURL', 'ApplicationFormURL']) {
    const method = methods.find((one) => textAt(one, 'MethodType') === type)
    const contact = first(method, 'ContactMethodApplication')
    const address = contact?.children.find(({ text }) => /^https?:\/\//i.test(text))?.text
    if (address !== undefined) return address
  }
  return undefined
}

const isDay = /^\d{4}-\d{2}-\d{2}/

/** As soon as possible is no day. */
function datesOf(opening: XmlElement): Pick<VacancyFacts, 'startFrom' | 'latestStart'> {
  const dates = first(opening, `${profile}/PositionDateInfo`)
  const from = isDay.exec(textAt(dates, 'StartDate') ?? '')?.[0]
  const latest = isDay.exec(textAt(dates, 'MaxStartDate') ?? '')?.[0]
  return { ...(from === undefined ? {} : { startFrom: from }), ...(latest === undefined ? {} : { latestStart: latest }) }
}

function withoutUndefined(fields: Record<string, unknown>): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
}
