import type { Cefr } from '../matching/index.ts'
import { codeOfName, languageNames } from './language-names.ts'
import { languageLevelOf } from './levels.ts'
import type { Piece } from './piece.ts'

const namePattern = new RegExp(
  `(?<!\\p{L})(${Object.keys(languageNames)
    .sort((a, b) => b.length - a.length)
    .join('|')})e?(?!\\p{L})`,
  'giu',
)
const levelPattern =
  /(?<![\p{L}\d])(?:[abc][12]|native(?: speaker)?|moedertaal|mother tongue|fluent(?:ly)?|vloeiend(?:e)?|near[- ]native)(?![\p{L}\d])/giu
/** Between two languages that share what is said of them. */
const joins = /^\s*(?:,|\/|&|en|and|of|or|als|zowel|as well as)?\s*(?:de|het|the)?\s*$/i
/** So a name is a language, and not a people or a firm: near a level, or one of these words. */
const aboutLanguage =
  /taal|spreek|sprek|schrift|schrijf|lees|mondeling|beheers|language|speak|spoken|written|writing|verbal|proficien|command|niveau|level|communic|vaardig/i
const near = 40
/** A clause with more is a list of countries or of something else. */
const mostHits = 20

/** The code of a language by its name in Dutch or English; also of a code such as `nl-NL`. */
export function languageCodeOf(name: string): string | undefined {
  const plain = name.trim().toLowerCase()
  if (/^[a-z]{2}(?:-[a-z]{2,4})?$/.test(plain)) return plain.slice(0, 2)
  const found = plain.match(namePattern)?.[0]
  return found && codeOfName(found)
}

interface Hit {
  readonly code: string
  readonly start: number
  readonly end: number
}

interface NamedLevel {
  readonly level: Cefr
  readonly start: number
  readonly end: number
}

/** Languages in one clause, with a level where it is clear; the words reach from the name to its level. */
export function readLanguages(
  text: string,
  clause: { readonly start: number; readonly end: number },
): Piece<{ code: string; level?: Cefr }>[] {
  const inside = text.slice(clause.start, clause.end)
  const hits: Hit[] = [...inside.matchAll(namePattern)].slice(0, mostHits).map((match) => ({
    code: codeOfName(match[0]) ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }))
  if (hits.length === 0) return []
  const levels = [...inside.matchAll(levelPattern)].flatMap((match) => {
    const level = languageLevelOf(match[0])
    return level === undefined ? [] : [{ level, start: match.index, end: match.index + match[0].length }]
  })
  const said = hits.map((_, at) => levelFor(inside, hits, at, levels))
  const isAbout = levels.length > 0 || aboutLanguage.test(inside)
  return hits.flatMap((hit, at) => {
    const named = said[at]
    if (!isAbout || hits.findIndex((other) => other.code === hit.code) !== at) return []
    const start = clause.start + Math.min(hit.start, named?.start ?? hit.start)
    const end = clause.start + Math.max(hit.end, named?.end ?? hit.end)
    return [{ value: { code: hit.code, ...(named ? { level: named.level } : {}) }, start, end }]
  })
}

/** Behind the name and before the next; else just before it; else that of the language it is joined to. */
function levelFor(inside: string, hits: readonly Hit[], at: number, levels: readonly NamedLevel[]): NamedLevel | undefined {
  const hit = hits[at]!
  const next = hits[at + 1]
  const previous = hits[at - 1]
  const behind = levels.find(
    (level) => level.start >= hit.end && level.start - hit.end <= near && (!next || level.start < next.start),
  )
  // `vloeiend Nederlands en Engels`: what stands before the next language may belong to that one.
  const belongsToNext = behind && next && next.start - behind.end < behind.start - hit.end
  if (behind && !belongsToNext) return behind
  const before = levels.findLast(
    (level) => level.end <= hit.start && hit.start - level.end <= near / 2 && (!previous || level.start >= previous.end),
  )
  if (before) return before
  if (next && joins.test(inside.slice(hit.end, next.start))) return levelFor(inside, hits, at + 1, levels)
  if (previous && joins.test(inside.slice(previous.end, hit.start))) return levelBefore(inside, hits, at - 1, levels)
  return undefined
}

function levelBefore(inside: string, hits: readonly Hit[], at: number, levels: readonly NamedLevel[]): NamedLevel | undefined {
  const hit = hits[at]!
  const before = levels.findLast((level) => level.end <= hit.start && hit.start - level.end <= near / 2)
  if (before || at === 0 || !joins.test(inside.slice(hits[at - 1]!.end, hit.start))) return before
  return levelBefore(inside, hits, at - 1, levels)
}
