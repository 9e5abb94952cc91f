import { type ClauseKind, readLanguage } from '../../../engine/reading/index.ts'
import { normalise } from '../../../engine/text/index.ts'
import { allText, firstText, type JsonObject, valuesOf } from './posting-fields.ts'

/** A text of a posting, under the heading it gets in the description. */
export interface PostingPart {
  readonly name: string
  readonly heading: string
  readonly text: string
  /** What is said by standing in this part. */
  readonly under: ClauseKind
}

const parts: readonly { readonly name: string; readonly under: ClauseKind; readonly nl: string; readonly en: string }[] = [
  { name: 'description', under: 'mentioned', nl: '', en: '' },
  { name: 'responsibilities', under: 'mentioned', nl: 'Taken', en: 'Responsibilities' },
  { name: 'qualifications', under: 'essential', nl: 'Eisen', en: 'Qualifications' },
  { name: 'experienceRequirements', under: 'essential', nl: 'Ervaring', en: 'Experience' },
  { name: 'educationRequirements', under: 'aside', nl: 'Opleiding', en: 'Education' },
  { name: 'skills', under: 'essential', nl: 'Vaardigheden', en: 'Skills' },
  { name: 'jobBenefits', under: 'aside', nl: 'Wij bieden', en: 'We offer' },
  { name: 'incentiveCompensation', under: 'aside', nl: 'Extra beloning', en: 'Incentives' },
  { name: 'employerOverview', under: 'aside', nl: 'Over de werkgever', en: 'About the employer' },
  // Not of JobPosting: what other formats have beside it.
  { name: 'applicationProcedure', under: 'aside', nl: 'Solliciteren', en: 'How to apply' },
  { name: 'keywords', under: 'mentioned', nl: 'Trefwoorden', en: 'Keywords' },
]

const longestDescription = 20_000

/** The texts of a posting that are not already in its description, in the order in which they are shown. */
export function partsOf(
  posting: JsonObject,
  warnings: string[],
): { readonly parts: readonly PostingPart[]; readonly language: string } {
  const texts = parts.map((part) => ({ ...part, text: textOfPart(posting, part.name) })).filter((part) => part.text !== '')
  const language = languageOf(posting, texts.map((part) => part.text).join('\n'))
  const found: PostingPart[] = []
  let before = ''
  let room = longestDescription
  for (const { name, under, nl, en, text } of texts) {
    const key = texts.length === 1 ? text : normalise(text)
    if (key === '' || ` ${before} `.includes(` ${key} `)) continue
    before = `${before} ${key}`
    found.push({ name, under, heading: language === 'nl' ? nl : en, text: text.slice(0, Math.max(0, room)) })
    if (text.length > room) warnings.push(`The text is longer than ${longestDescription} characters; the rest was left out.`)
    room -= text.length
    if (room <= 0) break
  }
  return { parts: found, language }
}

/** A skill that is named by its id stands among what is asked, and need not be told again. */
function textOfPart(posting: JsonObject, name: string): string {
  if (name !== 'skills') return allText(posting, name)
  return allText({ skills: valuesOf(posting, name).filter((one) => firstText(one, '@id') === undefined) }, name)
}

export function describe(found: readonly PostingPart[]): string {
  return found.map(({ heading, text }) => (heading === '' ? text : `${heading}:\n${text}`)).join('\n\n')
}

function languageOf(posting: JsonObject, text: string): string {
  const said = /^(nl|en)\b|^(dutch|nederlands)|^(english|engels)/i.exec(firstText(posting, 'inLanguage') ?? '')
  if (said) return said[1]?.toLowerCase() ?? (said[2] ? 'nl' : 'en')
  const code = /^([a-z]{2,3})(?:-|$)/i.exec(firstText(posting, 'inLanguage') ?? '')?.[1]
  if (code !== undefined) return code.toLowerCase()
  return readLanguage(text) ?? 'nl'
}
