import { languageCodeOf, readFacts, readWorkLevels } from '../../../engine/reading/index.ts'
import type { DateText } from '../../../platform/index.ts'
import type { Catalogue } from '../../skills/index.ts'
import { type ConceptFinder, conceptFinder, skillsOfText } from './concept-finder.ts'
import { type CvLine, cvLines, isLine, withoutName } from './cv-lines.ts'
import { diplomaIn } from './diplomas.ts'
import { ProposalGatherer } from './gather-proposal.ts'
import { readJobs, withoutEmployer } from './job-lines.ts'
import { languagesListedIn } from './languages.ts'
import { findPeriod, monthOfDate } from './periods.ts'
import type { ProfileProposal } from './proposal.ts'
import type { MentionsOf } from './read-together.ts'
import { checkCvText } from './resume-shape.ts'

interface CvReading {
  readonly lines: readonly CvLine[]
  readonly finder: ConceptFinder
  readonly mentionsOf: MentionsOf
  readonly gathered: ProposalGatherer
  readonly thisMonth: number
  /** Numbers of lines of which something was used. */
  readonly used: Set<number>
}

const placeOf = (line: number): string => `line ${line}`

/**
 * What the pasted text of a CV says about somebody, in Dutch or English, to be confirmed. `today` ends work that goes on.
 * @throws Invalid when it is longer than 200 kB.
 */
export function readCvText(
  cv: string,
  catalogue: Catalogue,
  today: DateText,
  mentionsOf: MentionsOf = () => undefined,
): ProfileProposal {
  checkCvText(cv)
  const finder = conceptFinder(catalogue)
  const lines = withoutName(cvLines(cv), knownBy(finder))
  const reading: CvReading = {
    ...{ lines, finder, mentionsOf },
    gathered: new ProposalGatherer(),
    thisMonth: monthOfDate(today),
    used: new Set(),
  }
  readSkillsOf(reading)
  readJobsOf(reading)
  readLanguagesOf(reading)
  readEducationOf(reading)
  const written = cv.split(/\r\n?|\n/)
  for (const { number, isHeading } of lines) {
    if (!isHeading && written[number - 1]?.trim() && !reading.used.has(number)) reading.gathered.ignore(placeOf(number))
  }
  return reading.gathered.proposal(reading.thisMonth)
}

/** Stands where a name stood: reading the text again must take no other line for the name. */
const somebody = 'Iemand'

/**
 * The text of a CV as it may be carried along until the person confirms it: what is never read is blank, a name is *Iemand*, and every line
 * stays the line it was. Reading it gives the same proposal.
 * @throws Invalid when it is longer than 200 kB.
 */
export function withoutPerson(cv: string, catalogue: Catalogue): string {
  checkCvText(cv)
  const lines = cvLines(cv)
  const nameless = withoutName(lines, knownBy(conceptFinder(catalogue)))
  const written = cv.split(/\r\n?|\n/)
  return nameless.map((line, at) => (line !== lines[at] ? somebody : line.isHeading ? (written[at] ?? '') : line.text)).join('\n')
}

/** Whether a line is an occupation or skills, and so no name. */
function knownBy(finder: ConceptFinder): (line: string) => boolean {
  return (line) => finder.occupationOf(line) !== undefined || isWholly(line, finder)
}

/** `Python, SQL`: nothing but skills. */
function isWholly(line: string, finder: ConceptFinder): boolean {
  const found = finder.skillsIn(line)
  const left = found.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), line)
  return found.length > 0 && !/\p{L}/u.test(left)
}

function readSkillsOf({ lines, finder, mentionsOf, gathered, used }: CvReading): void {
  const texts = lines.map((line) =>
    line.section === 'languages' || isEducation(line) ? ' '.repeat(line.text.length) : withoutEmployer(line.text),
  )
  const lineOf = lineFinder(texts)
  for (const { concept, words, start, denied, level } of skillsOfText(texts.join('\n'), finder, mentionsOf)) {
    const line = lines[lineOf(start)]!.number
    used.add(line)
    if (denied) gathered.deny(concept)
    else gathered.answer(concept, { words, where: placeOf(line) }, level)
  }
  for (const { number, text, section } of lines) {
    if (section !== 'skills' || !isLine(text)) continue
    // In a list of skills a name is a name: `excel`, `word`.
    for (const item of itemsOf(text)) {
      for (const { concept, words, level } of finder.skillsNamed(item)) {
        used.add(number)
        gathered.answer(concept, { words, where: placeOf(number) }, level)
      }
    }
  }
}

function itemsOf(line: string): string[] {
  return line
    .replace(/^[^:,]{0,40}:/, '')
    .split(/[,;|•·]/)
    .map((item) => item.replace(/^[\s*–-]+|[\s.]+$/g, ''))
    .filter((item) => item !== '')
}

/** The index of the line in which a place of the joined text lies; asked in rising order. */
function lineFinder(texts: readonly string[]): (place: number) => number {
  let at = 0
  let end = texts[0]?.length ?? 0
  return (place) => {
    while (place > end && at < texts.length - 1) end += texts[++at]!.length + 1
    return at
  }
}

function readJobsOf({ lines, finder, gathered, used }: CvReading): void {
  for (const { line, datesLine, words, concept, period, isTraineeship } of readJobs(lines, finder)) {
    used.add(line).add(datesLine ?? line)
    if (period && !isTraineeship) gathered.worked(period)
    if (concept !== undefined) gathered.occupation(concept, { words, where: placeOf(line) }, period)
  }
}

/** Lists first: `Nederlands: moedertaal`. Then sentences: `Ik spreek vloeiend Engels`. */
function readLanguagesOf({ lines, gathered, used }: CvReading): void {
  for (const { number, text, section } of lines) {
    if (!isLine(text) || section === 'education') continue
    const where = placeOf(number)
    const listed = languagesListedIn(text)
    for (const { code, level, words } of listed) gathered.language(code, level, { words, where })
    if (listed.length > 0) used.add(number)
    // Most lines name no language: reading all facts of each takes long.
    if (listed.length > 0 || languageCodeOf(text) === undefined) continue
    for (const { value, words } of readFacts(text, { of: 'cv' }).languages) {
      if (value.level === undefined) continue
      used.add(number)
      gathered.language(value.code, value.level, { words, where })
    }
  }
}

const opensWithEducation =
  /^[\s•*–-]*(?:mbo|hbo|wo|vmbo|havo|vwo|mavo|mts|hts|heao|meao|bachelor|master(?:'?s)? (?:of|in|degree)|b\.?sc|m\.?sc|ph\.?d|associate degree|diploma\b|opleiding\b)/i
const workAndThinking = /\b(?:werk-? ?en denkniveau|work and thinking level|working and thinking level)\b/i
const endOfName = /\s*(?:[,(|;•\t]|\s[-–—]\s|\s(?:bij|aan|at|te|van de|from)\s)/u

/** What stands in a line besides its dates. */
function withoutDates(text: string): string {
  const found = findPeriod(text)
  return found ? `${text.slice(0, found.start)} ${text.slice(found.end)}`.replace(/^[\s:,|()–-]+/, '') : text
}

function isEducation({ section, text }: CvLine): boolean {
  if (!isLine(text)) return false
  return opensWithEducation.test(withoutDates(text)) || (section === 'education' && readWorkLevels(text).length > 0)
}

function readEducationOf({ lines, gathered, thisMonth, used }: CvReading): void {
  for (const { number, text, section } of lines) {
    if (!isLine(text)) continue
    if (workAndThinking.test(text)) {
      const [named] = readWorkLevels(text)
      if (named) gathered.workLevel(named.level)
      if (named) used.add(number)
      continue
    }
    const found = findPeriod(text)
    const rest = withoutDates(text)
    if (section !== 'education' && !opensWithEducation.test(rest)) continue
    const isOver = !found || (found.period.until !== undefined && found.period.until.first <= thisMonth)
    const diploma = isOver ? diplomaIn(rest) : undefined
    if (!diploma) continue
    used.add(number)
    const named = rest.slice(diploma.start)
    gathered.diploma(diploma.level, diploma.field, {
      words: named.slice(0, named.search(endOfName) > 0 ? named.search(endOfName) : undefined),
      where: placeOf(number),
    })
  }
}
