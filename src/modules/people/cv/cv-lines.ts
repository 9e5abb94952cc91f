import { fold } from '../../../engine/text/index.ts'
import { withoutPersonalData } from './without-personal-data.ts'

export type Section = 'top' | 'profile' | 'work' | 'education' | 'skills' | 'languages' | 'private' | 'other'

/** A line of a CV, with what is never read blanked. */
export interface CvLine {
  /** From 1. */
  readonly number: number
  readonly text: string
  readonly section: Section
  readonly isHeading: boolean
}

// biome-ignore format: a table reads better in lines
const headings: readonly (readonly [Section, RegExp])[] = [
  ['private', /^(?:personalia|personal(?: details| information| data)?|(?:mijn )?(?:persoonlijke|persoons|contact)\s?gegevens|persoonlijke? (?:informatie|details)|contact(?: details| information|informatie)?|referenties?|references?|referees|hobby'?s.*|hobbies.*|interess?es?|interests?|(?:overige )?vrije ?tijd(?:sbesteding)?|hobby'?s en interesses|privé|prive)$/],
  ['other', /^(?:vrijwilligerswerk|vrijwillig|volunteer(?:ing| work| experience)?|nevenactiviteiten|nevenfuncties|stages?|internships?|publicaties|publications|prijzen|awards|projecten|projects)$/],
  ['work', /^(?:(?:relevante? |recente? |overige )?(?:werk)?ervaring|loopbaan(?:overzicht)?|arbeidsverleden|carriere|werk|banen|(?:relevant |other )?(?:work|professional|job) experience|work|work history|employment(?: history)?|career(?: history)?|experience)$/],
  ['education', /^(?:(?:mijn )?opleiding(?:en|sachtergrond)?(?: (?:en|&|\/) .*)?|onderwijs|studies?|scholing|diploma'?s(?: .*)?|education(?:al background)?(?: (?:and|&) .*)?|academic background|qualifications)$/],
  ['skills', /^(?:(?:mijn |technische |digitale |ict[- ]|it[- ]|computer|overige |key |core |technical |my |other )?(?:vaardigheden|skills|competenties|competencies|kennis)(?: (?:en|and|&) .*)?|(?:programma'?s|tools|software|technologie(?:en)?|technologies))$/],
  ['languages', /^(?:talen(?:kennis)?|taalvaardigheid|taalvaardigheden|languages?(?: skills)?)$/],
  ['profile', /^(?:(?:mijn |persoonlijk )?profiel|profile|profielschets|samenvatting|summary|over mij|about me|wie ben ik|introductie|objective)$/],
  ['other', /^(?:cursussen|trainingen|certifica(?:ten|tes|tions)|certificeringen|courses|training)(?: .*)?$/],
]

const longestHeading = 50
/** Beyond this a line has lost its line ends: headings, jobs and educations cannot be told apart in it. */
const longestLine = 1_000

/** Whether what is looked for line by line can be found in it: reading skills needs no lines. */
export function isLine(text: string): boolean {
  return text.length <= longestLine && text.trim() !== ''
}

function sectionNamed(words: string): Section | undefined {
  const plain = fold(words.replace(/^[\s#*_=•·–-]+|[\s#*_=:.–-]+$/gu, '')).trim()
  if (plain === '' || plain.length > longestHeading) return undefined
  return headings.find(([, pattern]) => pattern.test(plain))?.[0]
}

/** Whether a line is a heading of a CV that we know: `Werkervaring`, `Skills`. */
export function isHeading(line: string): boolean {
  return isLine(line) && sectionNamed(line) !== undefined
}

/** Shouted, marked or ended with a colon: a heading, though not one we know. */
function looksLikeHeading(line: string): boolean {
  const words = line.trim()
  if (words === '' || words.length > longestHeading) return false
  return /^#{1,6}\s/.test(words) || /^[^:,]{3,40}:$/.test(words) || (/^[\p{Lu}\s&/'-]{5,}$/u.test(words) && !/\d/.test(words))
}

/** Cuts a CV into lines under their headings. Personal data, the name on top and private parts (contact, references, hobbies) are blank. */
export function cvLines(cv: string): CvLine[] {
  let section: Section = 'top'
  const lines = withoutPersonalData(cv.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' '))
    .split('\n')
    .map((text, at): CvLine => {
      const number = at + 1
      if (!isLine(text)) return { number, text: section === 'private' ? '' : text, section, isHeading: false }
      const named = sectionNamed(text)
      if (named !== undefined) {
        section = named
        return { number, text: '', section, isHeading: true }
      }
      const [head, ...rest] = text.split(':')
      const inline = rest.join('').trim() === '' ? undefined : sectionNamed(head ?? '')
      if (inline !== undefined) return { number, text: inline === 'private' ? '' : text, section: inline, isHeading: false }
      if (section === 'private' && looksLikeHeading(text)) section = 'other'
      return { number, text: section === 'private' ? '' : text, section, isHeading: false }
    })
  return lines
}

const mostNameLines = 3
const nameWord = /^(?:\p{Lu}[\p{L}'’.-]*|van|de|den|der|ter|ten|het|in|'t|el|al|la|di|von|bin|ben)$/u

/**
 * A name of one or more words with capitals among the first lines: a person may be called Ruby. `isKnown`: a line that is an occupation or
 * a skill is none.
 */
export function withoutName(lines: readonly CvLine[], isKnown: (line: string) => boolean): CvLine[] {
  const first = lines.filter(({ text }) => isLine(text) && !isTitleOfCv(text)).slice(0, mostNameLines)
  const name = first.find(({ section, text }) => section === 'top' && isName(text) && !isKnown(text.trim()))
  return lines.map((line) => (line === name ? { ...line, text: '' } : line))
}

function isTitleOfCv(text: string): boolean {
  return /^\W*(?:c\.?v\.?|curriculum vitae|resume)\W*$/i.test(fold(text))
}

function isName(text: string): boolean {
  const words = text
    .replace(/^\W*(?:c\.?v\.?|curriculum vitae|resume)\s+(?:van|of)?/i, '')
    .trim()
    .split(/[\s,]+/)
  return words.length >= 1 && words.length <= 6 && words.every((word) => nameWord.test(word))
}
