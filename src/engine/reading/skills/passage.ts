import type { Token } from '../../text/index.ts'
import type { FormIndex } from './form-index.ts'
import type { ReadLanguage } from './skill-to-read.ts'
import { splitVerbAt } from './split-verbs.ts'
import { isContentWord, type KeysOfWord } from './word-keys.ts'

/** The words of a taxonomy. */
export interface Words {
  readonly index: FormIndex
  readonly keysOfWord: KeysOfWord
}

/** A sentence as the index sees it. */
export interface Passage {
  readonly tokens: readonly Token[]
  /** Per token whether it says something by itself. */
  readonly isContent: readonly boolean[]
  readonly language: ReadLanguage
  /** Squared weight of all words before token t: a stretch of words weighs `before[end] - before[start]`. Binding words weigh nothing. */
  readonly before: Float64Array
  /** Where which key stands, in order: a compound has several at one token. */
  readonly keys: Int32Array
  readonly tokenOf: Int32Array
}

/**
 * @param text what the places of the tokens refer to
 */
export function toPassage(text: string, tokens: readonly Token[], language: ReadLanguage, { index, keysOfWord }: Words): Passage {
  const before = new Float64Array(tokens.length + 1)
  const isContent = tokens.map(({ text: word, start, end }) => isContentWord(word, text.slice(start, end)))
  const keys: number[] = []
  const tokenOf: number[] = []
  for (const [at, { text: word }] of tokens.entries()) {
    let weight = 0
    if (isContent[at]) {
      const verb = language === 'nl' ? splitVerbAt(text, tokens, at, index) : undefined
      for (const key of verb === undefined ? knownKeys(word, language, index, keysOfWord) : [verb]) {
        weight += key === undefined ? index.unseen : index.weight[key]!
        if (key === undefined) continue
        keys.push(key)
        tokenOf.push(at)
      }
    }
    before[at + 1] = before[at]! + weight
  }
  return { tokens, isContent, language, before, keys: Int32Array.from(keys), tokenOf: Int32Array.from(tokenOf) }
}

/** A Dutch text is full of English words: what is not known in the language of the sentence is tried in the other. */
function knownKeys(word: string, language: ReadLanguage, index: FormIndex, keysOfWord: KeysOfWord): (number | undefined)[] {
  const own = keysOfWord(word, language).map((key) => index.keyOf(key))
  if (own.some((key) => key !== undefined)) return own
  const other = keysOfWord(word, language === 'nl' ? 'en' : 'nl').map((key) => index.keyOf(key))
  return other.some((key) => key !== undefined) ? other : own
}
