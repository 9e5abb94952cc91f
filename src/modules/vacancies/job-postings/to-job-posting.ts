import type { VacancyRecord } from '../vacancy.ts'

/** Names for what a vacancy has only ids of. */
export interface PostingNames {
  skill(id: string): string
  occupation(id: string): string
}

const workTypes = { permanent: 'PERMANENT', temporary: 'TEMPORARY', internship: 'INTERN', freelance: 'CONTRACTOR' } as const
const fullTimeFromHours = 35
/** The name of the property of a place that holds its labour-market region. */
export const regionProperty = 'arbeidsmarktregio'
/** Names of kinds of education that search engines know, by level. */
const credentials: Readonly<Record<number, string>> = {
  1: 'mbo-1',
  2: 'mbo-2',
  3: 'mbo-3',
  4: 'high school',
  5: 'associate degree',
  6: 'bachelor degree',
  7: 'postgraduate degree',
  8: 'doctoral degree',
}

/**
 * A vacancy as schema.org JobPosting (JSON-LD). What is not known is left out. The description is HTML with everything escaped; a page that puts
 * this in a script must still escape `<` there.
 */
export function toJobPosting(record: VacancyRecord, names: PostingNames): Record<string, unknown> {
  const { facts } = record
  return withoutUndefined({
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    identifier: { '@type': 'PropertyValue', name: 'Schakel', value: record.id },
    title: record.title,
    description: toHtml(record.description),
    inLanguage: record.language,
    datePosted: record.publishedOn,
    validThrough: record.closesOn,
    url: record.sourceUrl,
    hiringOrganization: record.employer === '' ? undefined : { '@type': 'Organization', name: record.employer },
    jobLocation: placeOf(record),
    jobStartDate: facts.startFrom,
    jobLocationType: facts.remoteShare === 100 ? 'TELECOMMUTE' : undefined,
    employmentType: employmentType(record),
    workHours: facts.hours && `${range(facts.hours)} uur per week`,
    baseSalary: facts.wageCents && {
      '@type': 'MonetaryAmount',
      currency: 'EUR',
      value: {
        '@type': 'QuantitativeValue',
        minValue: facts.wageCents[0] / 100,
        maxValue: facts.wageCents[1] / 100,
        unitText: 'HOUR',
      },
    },
    occupationalCategory: record.occupation && {
      '@type': 'CategoryCode',
      codeValue: record.occupation,
      name: names.occupation(record.occupation),
    },
    skills: skillsOf(record, names),
    securityClearanceRequirement: facts.certificateOfConduct ? 'Verklaring omtrent het gedrag (VOG)' : undefined,
    ...educationOf(record),
  })
}

/** The labour-market region is no part of an address: it is a property of the place. */
function placeOf({ placeName, region, facts: { at } }: VacancyRecord): unknown {
  if (placeName === undefined && region === undefined && at === undefined) return undefined
  return withoutUndefined({
    '@type': 'Place',
    address: withoutUndefined({ '@type': 'PostalAddress', addressLocality: placeName, addressCountry: 'NL' }),
    geo: at && { '@type': 'GeoCoordinates', latitude: at[0], longitude: at[1] },
    additionalProperty: region && { '@type': 'PropertyValue', name: regionProperty, value: region },
  })
}

function employmentType({ facts }: VacancyRecord): string[] | undefined {
  const types = [
    ...(facts.hours
      ? facts.hours[0] >= fullTimeFromHours
        ? ['FULL_TIME']
        : facts.hours[1] >= fullTimeFromHours
          ? ['FULL_TIME', 'PART_TIME']
          : ['PART_TIME']
      : []),
    ...(facts.contract === undefined ? [] : [workTypes[facts.contract]]),
  ].filter((type) => type !== undefined)
  return types.length === 0 ? undefined : types
}

/** Only what is essential: readers of a posting take all of `skills` as demanded. */
function skillsOf({ requirements }: VacancyRecord, names: PostingNames): unknown[] | undefined {
  const skills = requirements
    .filter((one) => one.weight === 'essential')
    .map(({ skill }) => ({ '@type': 'DefinedTerm', '@id': skill, name: names.skill(skill) }))
  return skills.length === 0 ? undefined : skills
}

function educationOf({ facts: { workLevel, experienceYears } }: VacancyRecord): Record<string, unknown> {
  const years = workLevel?.orYears ?? experienceYears
  const category = workLevel && credentials[workLevel.level]
  return {
    educationRequirements: category && { '@type': 'EducationalOccupationalCredential', credentialCategory: category },
    experienceRequirements: years && { '@type': 'OccupationalExperienceRequirements', monthsOfExperience: years * 12 },
    experienceInPlaceOfEducation: category && workLevel.orYears !== undefined ? true : undefined,
  }
}

function range([min, max]: readonly [number, number]): string {
  return min === max ? String(min) : `${min}-${max}`
}

function toHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => `<p>${escaped(block).replaceAll('\n', '<br>')}</p>`)
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function withoutUndefined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
