import { type EncoderLanguage, type EncoderStems, WordRows } from '../../../../engine/linking/index.ts'
import { stemWord } from '../../../../engine/text/index.ts'
import type { TrainingSettings } from './training-settings.ts'

/** A text cut into folded words. */
export interface CutText {
  readonly language: EncoderLanguage
  readonly words: readonly string[]
}

/** The words that get a row, and how much each of them says. */
export interface Vocabulary {
  readonly stems: EncoderStems
  readonly words: WordRows
  /** Per row: the logarithm of how rare it is; a word in every text says nothing. */
  readonly idf: Float32Array
  /** A frequent word per stem, to know the stemmer by. */
  readonly probes: Readonly<Record<EncoderLanguage, readonly string[]>>
}

const mostProbes = 60

/** Stems that stand in enough texts, the most frequent first where there are too many. */
export function makeVocabulary(
  texts: readonly CutText[],
  settings: Pick<TrainingSettings, 'leastTexts' | 'mostRows'>,
): Vocabulary {
  const counts = { nl: countTexts(texts, 'nl'), en: countTexts(texts, 'en') }
  const kept = mostFrequent(counts, settings)
  const words = new WordRows(kept)
  return { stems: kept, words, idf: rarity(texts, words, kept), probes: { nl: probesOf(texts, 'nl'), en: probesOf(texts, 'en') } }
}

/** In how many texts each stem stands. */
function countTexts(texts: readonly CutText[], language: EncoderLanguage): Map<string, number> {
  const counts = new Map<string, number>()
  const stems = new Map<string, string>()
  for (const text of texts) {
    if (text.language !== language) continue
    const seen = new Set<string>()
    for (const word of text.words) {
      const stem = stems.get(word) ?? stemWord(word, language)
      stems.set(word, stem)
      if (seen.has(stem)) continue
      seen.add(stem)
      counts.set(stem, (counts.get(stem) ?? 0) + 1)
    }
  }
  return counts
}

function mostFrequent(
  counts: Readonly<Record<EncoderLanguage, Map<string, number>>>,
  { leastTexts, mostRows }: Pick<TrainingSettings, 'leastTexts' | 'mostRows'>,
): EncoderStems {
  const all = (['nl', 'en'] as const).flatMap((language) =>
    [...counts[language]]
      .filter(([stem, count]) => count >= leastTexts && isWord(stem))
      .map(([stem, count]) => ({ language, stem, count })),
  )
  all.sort((a, b) => b.count - a.count || order(a.language, b.language) || order(a.stem, b.stem))
  const chosen = all.slice(0, mostRows)
  const of = (language: EncoderLanguage) => chosen.filter((one) => one.language === language).map((one) => one.stem)
  return { nl: of('nl'), en: of('en') }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Bare figures say nothing of skills; a name may hold some (`iso27001`, `c++`). */
function isWord(stem: string): boolean {
  return /\p{L}/u.test(stem) && stem.length <= 40
}

function rarity(texts: readonly CutText[], words: WordRows, stems: EncoderStems): Float32Array {
  const rows = stems.nl.length + stems.en.length
  const inTexts = new Uint32Array(rows)
  const lastText = new Int32Array(rows).fill(-1)
  const all = { nl: 0, en: 0 }
  texts.forEach((text, at) => {
    all[text.language]++
    for (const word of text.words) {
      for (const row of words.rowsOf(word, text.language)) {
        if (lastText[row] === at) continue
        lastText[row] = at
        inTexts[row] = inTexts[row]! + 1
      }
    }
  })
  return Float32Array.from(inTexts, (count, row) => Math.log(1 + (row < stems.nl.length ? all.nl : all.en) / (1 + count)))
}

function probesOf(texts: readonly CutText[], language: EncoderLanguage): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    if (text.language === language) for (const word of text.words) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  // Only words that a stemmer changes tell one from another.
  const changed = [...counts].filter(([word]) => stemWord(word, language) !== word)
  changed.sort(([a, left], [b, right]) => right - left || order(a, b))
  return changed.slice(0, mostProbes).map(([word]) => word)
}
