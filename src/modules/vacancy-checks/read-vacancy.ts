import type { PoolEffects } from '../pool-effects/index.ts'
import { type postingContext, readPosting, type VacancyRecord } from '../vacancies/index.ts'
import type { CheckedText, Span } from './check.ts'
import { readAskedEducation } from './read-education.ts'
import { toHtml } from './to-html.ts'
import { bodyOf } from './vacancy-text.ts'

export type ReadingContext = ReturnType<typeof postingContext>
export type DescribedVacancy = Extract<Parameters<PoolEffects['effect']>[0], { readonly described: unknown }>['described']

/** What stands beside the text. */
export interface TextBeside {
  readonly place?: string | undefined
  readonly employer?: string | undefined
}

/** What a vacancy is read from. */
export type PlainRead = Pick<CheckedText, 'text' | 'title' | 'language' | 'facts'>

/** A text as the vacancy that an import would make of it. */
export interface ReadVacancy {
  readonly vacancy: Omit<VacancyRecord, 'id' | 'state' | 'demo' | 'source' | 'publishedOn'>
  /** Where the level of education that is asked stands in the text. */
  readonly workLevel?: Span
  /** A place was named that nobody knows. */
  readonly placeUnknown: boolean
}

const monthsPerYear = 12

/**
 * Reads a text the way an import reads a posting, so that what is counted here is what a published vacancy has.
 * @returns why not, when it asks more than can be compared
 */
export function readVacancy(
  plain: PlainRead,
  { place, employer }: TextBeside,
  context: ReadingContext,
): ReadVacancy | { readonly refused: string } {
  const { text, title, facts, language } = plain
  const education = readAskedEducation(facts)
  const address = addressOf(place, plain, context)
  const years = facts.experienceYears?.kind === 'essential' ? facts.experienceYears.value : undefined
  const read = readPosting(
    {
      '@type': 'JobPosting',
      title: title === undefined ? '-' : text.slice(title.start, title.end),
      description: toHtml(bodyOf(text, title)),
      inLanguage: language,
      ...(employer ? { hiringOrganization: { '@type': 'Organization', name: employer } } : {}),
      ...(address ? { jobLocation: { '@type': 'Place', address: { '@type': 'PostalAddress', ...address } } } : {}),
      ...(education ? { educationRequirements: { credentialCategory: education.name } } : {}),
      ...(education?.orExperience ? { experienceInPlaceOfEducation: true } : {}),
      ...(years === undefined ? {} : { experienceRequirements: { monthsOfExperience: years * monthsPerYear } }),
    },
    context,
  )
  if (!('vacancy' in read)) return { refused: 'refused' in read ? read.refused : '' }
  return {
    vacancy: read.vacancy,
    ...(education && read.vacancy.facts.workLevel ? { workLevel: { start: education.start, end: education.end } } : {}),
    placeUnknown: Boolean(place) && read.vacancy.facts.at === undefined,
  }
}

/** The place that was given beside the text, else the first one in the text that is known. */
function addressOf(
  place: string | undefined,
  { facts }: PlainRead,
  { findPlace }: ReadingContext,
): { readonly addressLocality: string } | { readonly postalCode: string } | undefined {
  if (place) return { addressLocality: place }
  for (const { value } of facts.places) {
    if ('postcode' in value) {
      if (findPlace({ postcode4: value.postcode.slice(0, 4) })) return { postalCode: value.postcode }
    } else if (findPlace({ municipality: value.name })) return { addressLocality: value.name }
  }
  return undefined
}

/** What the engine is asked of it. */
export function toDescribed({ vacancy: { requirements, facts } }: ReadVacancy): DescribedVacancy {
  const { acceptsTrainings: _trainings, ...terms } = facts
  return { requirements, facts: terms } as DescribedVacancy
}
