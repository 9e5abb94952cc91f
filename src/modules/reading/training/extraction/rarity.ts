import type { KeysOfWord } from '../../../../engine/reading/index.ts'
import { words } from '../../../../engine/text/index.ts'

/** Texts of one kind in one language. */
export interface TextsOfOneKind {
  readonly language: 'nl' | 'en'
  readonly texts: readonly string[]
}

/** Keys in fewer texts out of ten thousand are all as rare. */
const rarest = 8

/**
 * In how many texts out of ten thousand each key stands, in the kind of texts where it stands most: a word that is common anywhere says
 * little. Rare keys are left out.
 */
export function measureRarity(kinds: readonly TextsOfOneKind[], keysOfWord: KeysOfWord): Record<string, number> {
  const most = new Map<string, number>()
  for (const { language, texts } of kinds) {
    const counts = new Map<string, number>()
    for (const text of texts) {
      const keys = new Set(words(text).flatMap((word) => keysOfWord(word, language)))
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    for (const [key, count] of counts) most.set(key, Math.max(most.get(key) ?? 0, Math.round((count / texts.length) * 10_000)))
  }
  return Object.fromEntries([...most].filter(([, share]) => share >= rarest).sort(([a], [b]) => (a < b ? -1 : 1)))
}
