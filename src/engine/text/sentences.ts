import {
  articleOpeners,
  bulletOpeners,
  cannotEnd,
  endsOfNames,
  labels,
  plainArticles,
  pronounOpeners,
} from './sentence-openers.ts'

/** A sentence, bullet or heading by its place in the text (UTF-16, `end` not included); never empty, without its marks and white space. */
export interface Sentence {
  readonly start: number
  readonly end: number
  /** It is an item of a list. */
  readonly bullet: boolean
  /** Nothing else stands on its line. */
  readonly ownLine: boolean
}

/**
 * The sentences of a text in order, apart, leaving out only marks and white space. Cut at line ends, bullets and sentence ends; and in
 * scraped text that lost its line ends, where the next sentence begins: `SQL Gegevens analyseren`, `teamHeb jij`. Linear in the text.
 */
export function sentencesOf(text: string): Sentence[] {
  return linesOf(text).flatMap((line) => {
    const cuts = cutsIn(text, line)
    const sentences: Sentence[] = []
    let [start, bullet] = [line.start, line.bullet]
    for (const cut of [...cuts, { end: line.end, next: line.end, bullet: false }]) {
      const trimmed = trim(text, start, cut.end)
      if (trimmed) sentences.push({ ...trimmed, bullet, ownLine: cuts.length === 0 })
      start = cut.next
      bullet = cut.bullet || (bullet && line.bullet)
    }
    return sentences
  })
}

interface Line {
  readonly start: number
  readonly end: number
  readonly bullet: boolean
}

/** Where a sentence ends and the next begins. */
interface Cut {
  readonly end: number
  readonly next: number
  readonly bullet: boolean
}

const dots = '•▪●◦·‣⁃■□○✓✔✅☑►▶➤➔➡👉'
const lineBreaks = new RegExp(
  `(?<!\\s)\\s*[\\n\\r\\u2028\\u2029]\\s*(?:\\\\?(?:[-*–+]|\\d{1,2}[.)])\\s+|(?=[${dots}]))?|(?:^|(?<!\\s)\\s+)(?:\\\\?[*+-]\\s+)?[${dots}]\\s*`,
  'gu',
)
const bulletMark = new RegExp(`[-*–+)${dots}]|\\d\\.`, 'u')
const longLine = 60

/** A line break ends a line, unless a long line goes on with a small letter: text wrapped by a mail program or PDF. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  let bullet = /^\s*(?:[-*–+]|\d{1,2}[.)])\s/.test(text.slice(0, 12))
  for (const { index, 0: breaks } of text.matchAll(lineBreaks)) {
    const next = index + breaks.length
    const bulleted = bulletMark.test(breaks)
    if (!bulleted && isWrapped(text, start, index, next)) continue
    if (index > start) lines.push({ start, end: index, bullet })
    // The number of a list is a word of the text: it stays.
    start = next - (/\d{1,2}[.)]\s+$/.exec(breaks)?.[0].length ?? 0)
    bullet = bulleted
  }
  if (text.length > start) lines.push({ start, end: text.length, bullet })
  return lines
}

function isWrapped(text: string, start: number, end: number, next: number): boolean {
  // The cheap question first: most lines are short.
  const lineStart = Math.max(start, text.lastIndexOf('\n', end - 1) + 1)
  if (end - lineStart < longLine || /[.:;!?*]/.test(text[end - 1]!)) return false
  return !/\n\s*\n/.test(text.slice(end, next)) && /\p{Ll}/u.test(text[next] ?? '')
}

/**
 * Places where a sentence may end, in this order: a mark and white space · a mark with the next sentence glued to it · a star or dash of a
 * list inside a line · a word with a capital after a space · a capital inside a word.
 */
const places =
  /(?<![.!?…])[.!?…]+["'”’)\]*_]*\s+(?=["'“‘([*_]*[\p{Lu}\p{N}.])|(?<![!?])[!?]+["'”’)\]*_]*\s+|;\s+(?=\p{Lu})|(?<=[\p{Ll}\p{N})\]%"'”’*])[.!?;]+(?=\p{Lu}\p{L})|(?<![\s*])\*\s+(?=\p{Lu})|(?<=\S\s)[*–-]\s+(?=\p{Lu})|(?<=[^\s,:;(/&“‘–-]\s)\p{Lu}[\p{Ll}-]*(?![\p{L}\p{N}])|(?<=\p{Ll}{2})\p{Lu}\p{Ll}*(?![\p{L}\p{N}])/gu
const boldOpening = /^\s*\*{2,3}[^*\n]{2,80}\*{2,3}:?\s+(?=\p{Lu})/u

/** `Ja. Nee`: in fewer characters no two sentences stand. */
const shortestPair = 5

function cutsIn(text: string, line: Line): Cut[] {
  if (line.end - line.start < shortestPair) return []
  const inside = text.slice(line.start, line.end)
  const cuts: Cut[] = []
  const bold = boldOpening.exec(inside)?.[0].length
  if (bold !== undefined) cuts.push({ end: line.start + bold, next: line.start + bold, bullet: false })
  for (const match of inside.matchAll(places)) {
    const found = match[0]
    if (!endsHere(inside, match.index, found)) continue
    const at = line.start + match.index
    if (/^\p{Lu}/u.test(found)) cuts.push({ end: at, next: at, bullet: false })
    else if (/^[*–-]/.test(found)) cuts.push({ end: at, next: at + found.length, bullet: true })
    else cuts.push({ end: at + found.length, next: at + found.length, bullet: false })
  }
  return cuts
}

/** Long enough for the word before, and no longer: looking back must stay cheap. */
const lookBack = 24

function endsHere(line: string, at: number, found: string): boolean {
  const before = line.slice(Math.max(0, at - lookBack), at)
  const after = line.slice(at + found.length, at + found.length + lookBack)
  const isGlued = !/\s/.test(found)
  if (/^\p{Lu}/u.test(found)) return /\s$/.test(before) ? opensAfter(before, found, after) : opensGlued(found, after)
  if (found.startsWith('.')) return isGlued ? endsGlued(before, after) : !isNoEnd(before, after, at)
  if (/^[–-]/.test(found)) return isOpener(firstWord(after))
  return !isGlued || found[0] !== ';' || isOpener(firstWord(after))
}

const abbreviations = new Set(
  (
    'bijv bv evt incl excl min max ca circa nr nrs art jr sr tel dr drs ing ir mr mevr mw dhr prof inc ltd nv vs approx resp etc enz zgn afd jl ' +
    'pag div event mnd st alg gem dep jan feb mrt apr jun jul aug sept sep okt oct nov dec no'
  ).split(' '),
)
/** Abbreviations that a sentence often ends with. */
const mayEnd = new Set('etc enz bv nv inc ltd jr sr no ed am pm'.split(' '))

/** `bijv. SQL`, `m.b.t. Java`, `R. de Vries`, `1. Doe dit`. */
function isNoEnd(before: string, after: string, at: number): boolean {
  const word = /[\p{L}.]+$/u.exec(before)?.[0] ?? ''
  const plain = word.toLowerCase().replaceAll('.', '')
  if (word === '') return /^\s*\d{1,2}$/.test(before) && at < lookBack
  if (mayEnd.has(plain)) return !isOpener(firstWord(after))
  return abbreviations.has(plain) || /^\p{L}(?:\.\p{L}+)+$/u.test(word) || /^\p{Lu}$/u.test(word)
}

/** `organisatie.Je werkt`, and not `ASP.Net` or `Booking.Com`. */
function endsGlued(before: string, after: string): boolean {
  return (
    /(?:\p{Ll}{3}|[)\]%*])$/u.test(before) &&
    !/^(?:Net|Js|Ts|Com|Nl|Io|Ai|Org|Eu|Be|Core)(?!\p{L})/u.test(after) &&
    !/^\p{Lu}\w*\(/u.test(after)
  )
}

function opensAfter(before: string, word: string, after: string): boolean {
  const previous = /(\S+)\s+$/.exec(before)?.[1] ?? ''
  if (!/[\p{L}\p{N}]/u.test(previous) || cannotEnd.has(previous) || /[.!?]$/.test(previous)) return false
  if (pronounOpeners.has(word)) return true
  if (labels.has(word) && /^(?:\s\p{L}+){0,2}:\s/u.test(after)) return true
  const beforeSmall = /^[\s"'“(]*(?:\p{Ll}|\p{N})/u.test(after)
  if (beforeSmall && plainArticles.has(word)) return true
  // Behind a word with a capital it may be one name: `Data Analyse`.
  if (!/^["'(]?(?:\p{Ll}|\p{N}|[\p{Lu}\p{N}+#./-]{2,}\W*$)/u.test(previous)) return false
  return beforeSmall && (bulletOpeners.has(word) || articleOpeners.has(word))
}

const smallWord = /^\s(?:a|an|the|our|you|we|your|all|je|jij|de|het|een|ons|onze|matter)\s/

/** `teamHeb jij`; not `LinkedIn`, `JavaScript`, `GitHub`. */
function opensGlued(word: string, after: string): boolean {
  return word.length > 1 && isOpener(word) && (!endsOfNames.has(word) || smallWord.test(after))
}

function isOpener(word: string): boolean {
  return pronounOpeners.has(word) || articleOpeners.has(word) || bulletOpeners.has(word)
}

function firstWord(after: string): string {
  return /^["'“‘([*_]*([\p{L}-]+)/u.exec(after)?.[1] ?? ''
}

const leading = new RegExp(`^(?:[\\s*#>_=~|\\u200b-\\u200f\\ufeff${dots}–—-]|\\\\[-*#_])+|^\\+\\s+`, 'u')
const trailing = /[\s*_=|~\u200b-\u200f\ufeff]/

/** Without the marks around it; undefined when no letter or digit is left. */
function trim(text: string, from: number, to: number): { start: number; end: number } | undefined {
  let end = to
  while (end > from && trailing.test(text[end - 1]!)) end--
  const start = from + (leading.exec(text.slice(from, end))?.[0].length ?? 0)
  return start < end && /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? { start, end } : undefined
}
