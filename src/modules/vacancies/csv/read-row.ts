import { manyEssentials, mostEssentials } from '../../../engine/matching/index.ts'
import type { DateText } from '../../../platform/index.ts'
import { webAddress } from '../../imports/index.ts'
import type { ReadRecord, ReadVacancy } from '../intake/record-format.ts'
import type { PostingContext } from '../job-postings/posting-context.ts'
import type { JsonObject } from '../job-postings/posting-fields.ts'
import { longestEmployer, longestTitle, readPosting, tooMany } from '../job-postings/read-posting.ts'
import type { VacancyFacts } from '../vacancy.ts'
import type { Cells } from './cells.ts'
import { placeOf } from './row-place.ts'
import { skillsOf } from './row-skills.ts'
import { termsOf } from './row-terms.ts'

/**
 * Reads a row. What a cell says counts; what is left empty is read from the text by the rules for postings; a cell that says *geen* or *none* says that
 * there is none.
 * @throws UnreadableCell
 */
export function readRow(cells: Cells, context: PostingContext): ReadRecord {
  const title = plain(cells.text('title'), longestTitle)
  if (title === '') return { refused: 'It has no title.' }
  const base = readPosting(postingOf(cells, title), context)
  if ('refused' in base || 'withdrawn' in base) return base
  // Without columns of skills nothing is known of them but what the text says.
  const fromText = !cells.has('essential', 'important', 'somewhat')
  const warnings = base.warnings.filter((warning) => !isAnswered(warning, cells))
  const facts = withoutNull({ ...base.vacancy.facts, ...termsOf(cells, base.vacancy.facts, warnings) })
  const { place, at } = placeOf(cells, context, warnings)
  const requirements = fromText ? base.vacancy.requirements : skillsOf(cells, context, warnings)
  const essentials = requirements.filter(({ weight }) => weight === 'essential').length
  if (essentials > mostEssentials) return { refused: tooMany(essentials) }
  if (!fromText && essentials > manyEssentials)
    warnings.push(`It asks ${essentials} essential skills: hardly anybody has them all.`)
  const { region: _region, placeName: _placeName, occupation: fromTitle, closesOn: readClosing, ...rest } = base.vacancy
  const occupation = occupationOf(cells, fromTitle, context, warnings)
  const closing = cells.day('closesOn')
  const closesOn = closing === undefined ? readClosing : (closing ?? undefined)
  return {
    vacancy: {
      ...rest,
      title,
      employer: plain(cells.text('employer'), longestEmployer),
      ...place,
      ...(occupation === undefined ? {} : { occupation }),
      ...(closesOn === undefined ? {} : { closesOn }),
      ...published(cells, context.today),
      facts: { ...facts, ...(at === undefined ? {} : { at }) },
      requirements,
    } satisfies ReadVacancy,
    warnings,
  }
}

/** What the rules for postings are to read: the text, and what has no column of its own kind of error. */
function postingOf(cells: Cells, title: string): JsonObject {
  const url = cells.text('url')
  const language = cells.read('language', 'write a code as nl or en', (cell) => (/^[a-z]{2,3}$/i.test(cell) ? cell : undefined))
  return {
    '@type': 'JobPosting',
    title,
    hiringOrganization: { name: cells.text('employer') ?? '' },
    description: cells.text('description') ?? '',
    ...(language ? { inLanguage: language.toLowerCase() } : {}),
    ...(url ? { url: cells.read('url', 'write an address that begins with https://', webAddress) } : {}),
  }
}

function published(cells: Cells, today: DateText): { publishedOn?: DateText } {
  const day = cells.day('publishedOn')
  return day ? { publishedOn: day <= today ? day : today } : {}
}

function occupationOf(
  cells: Cells,
  fromTitle: string | undefined,
  context: PostingContext,
  warnings: string[],
): string | undefined {
  const cell = cells.text('occupation')
  if (cell === undefined) return fromTitle
  if (cell === null) return undefined
  const read = readPosting({ title: cell, occupationalCategory: cell }, context)
  const found = 'vacancy' in read ? read.vacancy.occupation : undefined
  if (found === undefined) warnings.push(`The occupation "${cell.slice(0, 80)}" is not in the loaded taxonomies.`)
  return found ?? fromTitle
}

function plain(text: string | null | undefined, longest: number): string {
  return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, longest)
}

/** Some of what the text leaves open, a column answers. */
function isAnswered(warning: string, cells: Cells): boolean {
  return (warning.startsWith('The wage') && cells.has('wageMin', 'wageMax')) || /essential skills/.test(warning)
}

function withoutNull(facts: Readonly<Record<string, unknown>>): VacancyFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined))
}
