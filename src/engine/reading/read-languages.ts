import type { Cefr } from '../matching/index.ts'
import { codeOfName, languageNames } from './language-names.ts'
import { languageLevelOf } from './levels.ts'
import type { Piece } from './piece.ts'

const namePattern = new RegExp(
  `(?<!\\p{L})(${Object.keys(languageNames)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?:e|talig)?(?!\\p{L})`,
  'giu',
)
const levelPattern =
  /(?<![\p{L}\d])(?:[abc][12]|near[- ]native|(?:op )?moedertaal(?:niveau|spreker)?|native(?:[- ]level)?(?: speaker)?|mother tongue|fluent(?:ly)?|vloeiend(?:e)?|excellent|uitstekende?|perfecte?|professional working|(?:full )?professional(?= (?:level|proficiency))|conversational|basis(?:kennis|niveau)|basic)(?![\p{L}\d])/giu
/** Words of praise: a level is meant, but not said. */
const praise = /^(?:excellent|uitstekende?|perfecte?|basis|basic|conversational)/i
/** Between two languages that share what is said of them. */
const joins = /^\s*(?:,|\/|&|en|and|of|or|als|zowel|as well as|en\/of|and\/or)?\s*(?:de|het|the)?\s*$/i
/** So a name is a language, and not a people or a firm: a level, or one of these words near by. */
const aboutLanguage =
  /(?<!ver)taal|talig|spreek|sprek|schrift|schrijf|mondeling|beheers|language|speak|spoken|written|writing|verbal|proficien|command of|niveau|level|communic|vaardig|fluen|vloeiend/i
/** `Nederlandse markt`, `Dutch government`: of a country. `Nederlandse taal`, `Nederlandse en Engelse taal` are not. */
const ofCountry =
  /^(?:e(?!\p{L})(?!\s*(?:[,/&-]|en\s|of\s|and\s|\(|taal|beheersing|woord|spraak))\s*\p{L}|\s(?:and international|government|market|company|companies|law|legislation|customers?|clients?|public|tax|railways?|national|nationality|citizen|passport|police|office|healthcare|banks?|society|econom|ministry|organi[sz]ation|team|education|industry|art|design|norm|hospital|grid|energy|app|startup|scale|branch|holiday|culture))/iu
const documents =
  /^(?:e)?[- ]?(?:documentatie|documentation|content|teksten|texts|website|vertaling|les\b|lessen|les|leraar|teacher)/i

const near = 40
/** How far from its name a word about language may stand. */
const farFrom = 60
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
  readonly isSure: boolean
}

/** Languages in one clause, with a level where it is clear; the words reach from the name to its level. */
export function readLanguages(
  text: string,
  clause: { readonly start: number; readonly end: number },
): Piece<{ code: string; level?: Cefr }>[] {
  const inside = text.slice(clause.start, clause.end)
  const hits = hitsIn(inside)
  if (hits.length === 0) return []
  const levels = [...inside.matchAll(levelPattern)].flatMap((match) => {
    const level = languageLevelOf(match[0])
    const end = match.index + match[0].length
    return level === undefined ? [] : [{ level, start: match.index, end, isSure: !praise.test(match[0]) }]
  })
  const said = hits.map((_, at) => levelFor(inside, hits, at, levels))
  return hits.flatMap((hit, at) => {
    const named = said[at]
    const isAbout = named !== undefined || aboutLanguage.test(inside.slice(Math.max(0, hit.start - farFrom), hit.end + farFrom))
    if (!isAbout || hits.findIndex((other) => other.code === hit.code) !== at) return []
    const start = clause.start + Math.min(hit.start, named?.start ?? hit.start)
    const end = clause.start + Math.max(hit.end, named?.end ?? hit.end)
    const value = { code: hit.code, ...(named ? { level: named.level } : {}) }
    return [{ value, start, end, ...(named && !named.isSure ? { confidence: 'likely' as const } : {}) }]
  })
}

/** Names of languages; without those of a country's people and things. */
function hitsIn(inside: string): Hit[] {
  const hits: Hit[] = []
  for (const match of inside.matchAll(namePattern)) {
    const [start, end] = [match.index, match.index + match[0].length]
    const name = match[0].replace(/(?:e|talig)$/i, '')
    const after = inside.slice(start + name.length, end + 24)
    if (ofCountry.test(after) || documents.test(after)) continue
    hits.push({ code: codeOfName(match[0]) ?? '', start, end })
    if (hits.length >= mostHits) break
  }
  return hits
}

/** Behind the name and before the next; else just before it; else that of the language it is joined to. */
function levelFor(inside: string, hits: readonly Hit[], at: number, levels: readonly NamedLevel[]): NamedLevel | undefined {
  const hit = hits[at]!
  const next = hits[at + 1]
  const previous = hits[at - 1]
  const behind = levels.find(
    (level) =>
      level.start >= hit.end &&
      level.start - hit.end <= near &&
      (level.isSure || /^\p{Ll}/u.test(inside.slice(level.start))) &&
      (!next || level.start < next.start),
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
