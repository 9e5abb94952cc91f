import type { ConceptFinder } from './concept-finder.ts'
import { type CvLine, isLine } from './cv-lines.ts'
import { findPeriod, type Period } from './periods.ts'
import { isTraineeship } from './traineeship.ts'

/** A job in a CV. Without `concept` the title says no occupation that is known; without a period it stands there undated. */
export interface FoundJob {
  /** Where the title stands, and where the dates. */
  readonly line: number
  readonly datesLine?: number
  readonly words: string
  readonly concept?: string
  readonly period?: Period
  readonly isTraineeship: boolean
}

const employer = /\s(?:bij|at|@|in dienst van|namens)\s.*$|@.*$/iu
const titleLabel = /^(?:functie(?:titel)?|functienaam|position|job title|rol|role|title|periode|period)\s*(?::\s*|$)/i
const edges = /^[\s:;,|•·*()–—-]+|[\s:;,|•·*(–—-]+$/gu
const education =
  /^(?:mbo|hbo|wo|vmbo|havo|vwo|mavo|bachelor|master|b\.?sc|m\.?sc|ph\.?d|opleiding|studie|cursus|training|course|certifica)/i

/** Lines in which work is named: `2018 - 2021 Systeembeheerder bij ...`, a title above or below its dates, `Functie: ...`. */
export function readJobs(lines: readonly CvLine[], finder: ConceptFinder): FoundJob[] {
  const used = new Set<number>()
  const jobs: FoundJob[] = []
  for (const [at, line] of lines.entries()) {
    if (!mayHoldWork(line)) continue
    const found = findPeriod(line.text)
    if (!found) continue
    const rest = tidy(`${line.text.slice(0, found.start)} | ${line.text.slice(found.end)}`)
    if (education.test(rest)) continue
    const titled = rest === '' ? titleBeside(lines, at, used, finder) : titleIn(line.number, rest, finder)
    if (titled) used.add(titled.line)
    if (titled?.concept === undefined && line.section !== 'work') continue
    jobs.push({
      line: titled?.line ?? line.number,
      datesLine: line.number,
      words: titled?.words ?? '',
      period: found.period,
      isTraineeship: isTraineeship(rest) || isTraineeship(titled?.words ?? ''),
      ...(titled?.concept !== undefined && { concept: titled.concept }),
    })
  }
  return [...jobs, ...undatedJobs(lines, used, finder)]
}

function mayHoldWork({ section, text }: CvLine): boolean {
  return isLine(text) && section !== 'education' && section !== 'languages' && section !== 'private'
}

interface Title {
  readonly line: number
  readonly words: string
  readonly concept?: string
}

function tidy(text: string): string {
  return text.replace(edges, '').replace(titleLabel, '').replace(edges, '')
}

/** The first part of a line may be a title with words beside it; later parts, which may be an employer, only exactly. */
function titleIn(line: number, rest: string, finder: ConceptFinder): Title {
  const parts = rest
    .replace(employer, '')
    .split(/\s[|–—-]+\s|[|\t:;•,]/)
    .map(tidy)
    .filter((part) => part !== '')
  for (const [at, words] of parts.entries()) {
    const concept = at === 0 ? finder.occupationOf(words) : finder.exactOccupation(words)
    if (concept !== undefined) return { line, words, concept }
  }
  return { line, words: parts[0] ?? '' }
}

/** For dates on a line of their own: the title just above, else the one just below. */
function titleBeside(lines: readonly CvLine[], at: number, used: ReadonlySet<number>, finder: ConceptFinder): Title | undefined {
  const below = lines.slice(at + 1).find(({ text }) => isLine(text))
  for (const line of [lines[at - 1], below]) {
    if (!line || used.has(line.number) || line.isHeading || !mayHoldWork(line) || findPeriod(line.text)) continue
    const title = titleIn(line.number, tidy(line.text), finder)
    if (title.concept !== undefined) return title
  }
  return undefined
}

/** A line that is nothing but an occupation, under work or above all headings, or one that says so: `Functie: ...`. */
function undatedJobs(lines: readonly CvLine[], used: ReadonlySet<number>, finder: ConceptFinder): FoundJob[] {
  return lines.flatMap((line) => {
    const { section, number, text } = line
    if (used.has(number) || !mayHoldWork(line) || findPeriod(text)) return []
    const label = titleLabel.test(text.trim())
    if (!label && section !== 'top' && section !== 'work' && section !== 'profile') return []
    const words = tidy(text)
    const concept = label ? finder.occupationOf(words) : finder.exactOccupation(words)
    return concept === undefined ? [] : [{ line: number, words, concept, isTraineeship: isTraineeship(words) }]
  })
}

/** A line without the employer in it: somebody who worked at Oracle may not know Oracle. */
export function withoutEmployer(line: string): string {
  if (!isLine(line)) return line
  if (!findPeriod(line) && !legalForm.test(line)) return line
  const only = /(?<=\s)(?:bij|at|@|in dienst van)\s[^:;(\n]*/giu
  const without = line.replace(only, (found) => ' '.repeat(found.length))
  return legalForm.test(without) && without.length < longestName ? ' '.repeat(line.length) : without
}

const longestName = 80
const legalForm = /(?<!\p{L})(?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|Inc\.?|Ltd\.?|GmbH|LLC)(?!\p{L})/u
