import type { ConceptId } from '../../taxonomy/index.ts'
import { tokenise } from '../../text/index.ts'
import type { ReadLanguage, SkillToRead } from './skill-to-read.ts'
import { isContentWord, type KeysOfWord } from './word-keys.ts'

/**
 * All forms of all skills as columns. A form is a set of keys (stems of its content words) with weights; the weight of a key says how rare
 * it is among the skills. Numbers of skills follow the order in which they were given.
 */
export interface FormIndex {
  readonly skills: readonly SkillToRead[]
  /** Number of a skill by its concept. */
  numberOf(concept: ConceptId): number | undefined
  /** Number of a key; undefined for one that no form holds. */
  keyOf(key: string): number | undefined
  /** Squared weight per key. */
  readonly weight: Float32Array
  /** Per key in how many skills it is. */
  readonly skillsWith: Int32Array
  /** Squared weight of a word that no form holds. */
  readonly unseen: number
  /** Per form: the skill it belongs to, the sum of its squared weights, whether it is a name in its language. */
  readonly skillOf: Int32Array
  readonly labels: readonly string[]
  readonly norm: Float32Array
  readonly preferred: Uint8Array
  /** Per form whether it is a phrase and no name. */
  readonly phrase: Uint8Array
  /** The keys of form f: `keys[keysFrom[f] .. keysFrom[f + 1]]`, in the order they are written. */
  readonly keysFrom: Int32Array
  readonly keys: Int32Array
  /** The forms that hold key k: `holders[holdersFrom[k] .. holdersFrom[k + 1]]`. */
  readonly holdersFrom: Int32Array
  readonly holders: Int32Array
}

/** Of how many skills in ten thousand the words speak of a key, in a large taxonomy; undefined for one that is rarer than it keeps. */
export type Rarity = (key: string) => number | undefined

/**
 * @param rarity without it, words are as rare as they are in these skills: fine for a large taxonomy, misleading in a small one
 * @param keysOfWord gives what stands for a word: its stem, or of a compound the stems of its parts
 */
export function createFormIndex(skills: readonly SkillToRead[], keysOfWord: KeysOfWord, rarity?: Rarity): FormIndex {
  const numbers = new Map<string, number>()
  const skillOf: number[] = []
  const labels: string[] = []
  const preferred: number[] = []
  const phrase: number[] = []
  const keysFrom: number[] = [0]
  const keys: number[] = []
  for (const [skill, { forms }] of skills.entries()) {
    const seen = new Map<string, number>()
    for (const form of forms) {
      const own = keysOfForm(form.label, form.language, keysOfWord)
      if (own.length === 0) continue
      const same = own.join(' ')
      const before = seen.get(same)
      if (before !== undefined) {
        if (form.preferred) preferred[before] = 1
        continue
      }
      seen.set(same, skillOf.length)
      for (const key of own) keys.push(numberOf(numbers, key))
      keysFrom.push(keys.length)
      skillOf.push(skill)
      labels.push(form.label)
      preferred.push(form.preferred ? 1 : 0)
      phrase.push(form.isPhrase ? 1 : 0)
    }
  }
  const columns = {
    skillOf: Int32Array.from(skillOf),
    preferred: Uint8Array.from(preferred),
    phrase: Uint8Array.from(phrase),
    keysFrom: Int32Array.from(keysFrom),
    keys: Int32Array.from(keys),
  }
  const skillsWith = countSkills(columns, numbers.size)
  const numberOfSkill = new Map(skills.map(({ concept }, skill) => [concept, skill]))
  const { weight, unseen } = rarity ? weightsBy(rarity, numbers) : weightsOf(skillsWith, skills.length)
  return {
    skills,
    numberOf: (concept) => numberOfSkill.get(concept),
    keyOf: (key) => numbers.get(key),
    weight,
    skillsWith,
    unseen,
    labels,
    ...columns,
    norm: normsOf(columns, weight),
    ...holdersOf(columns, numbers.size),
  }
}

function keysOfForm(label: string, language: ReadLanguage, keysOfWord: KeysOfWord): string[] {
  const own: string[] = []
  for (const { text, start, end } of tokenise(label)) {
    if (!isContentWord(text, label.slice(start, end))) continue
    for (const key of keysOfWord(text, language)) if (!own.includes(key)) own.push(key)
  }
  return own
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size)
  return numbers.size - 1
}

interface Columns {
  readonly skillOf: Int32Array
  readonly keysFrom: Int32Array
  readonly keys: Int32Array
}

/** Skills, not forms: one with forty names would make its words common. */
function countSkills({ skillOf, keysFrom, keys }: Columns, keyCount: number): Int32Array {
  const skillsWith = new Int32Array(keyCount)
  const last = new Int32Array(keyCount).fill(-1)
  for (let form = 0; form < skillOf.length; form++) {
    const skill = skillOf[form]!
    for (let at = keysFrom[form]!; at < keysFrom[form + 1]!; at++) {
      const key = keys[at]!
      if (last[key] === skill) continue
      last[key] = skill
      skillsWith[key] = skillsWith[key]! + 1
    }
  }
  return skillsWith
}

/** Inverse frequency over skills, squared. */
function weightsOf(skillsWith: Int32Array, skillCount: number): { weight: Float32Array; unseen: number } {
  const squared = (count: number): number => Math.log((skillCount + 1) / (count + 0.5)) ** 2
  return { weight: Float32Array.from(skillsWith, squared), unseen: squared(1) }
}

function weightsBy(rarity: Rarity, numbers: ReadonlyMap<string, number>): { weight: Float32Array; unseen: number } {
  const squared = (inTenThousand: number): number => Math.log(10_000 / (inTenThousand + 0.5)) ** 2
  return { weight: Float32Array.from(numbers.keys(), (key) => squared(rarity(key) ?? 1)), unseen: squared(1) }
}

function normsOf({ skillOf, keysFrom, keys }: Columns, weight: Float32Array): Float32Array {
  const norm = new Float32Array(skillOf.length)
  for (let form = 0; form < norm.length; form++) {
    for (let at = keysFrom[form]!; at < keysFrom[form + 1]!; at++) norm[form] = norm[form]! + weight[keys[at]!]!
  }
  return norm
}

function holdersOf({ skillOf, keysFrom, keys }: Columns, keyCount: number): { holdersFrom: Int32Array; holders: Int32Array } {
  const holdersFrom = new Int32Array(keyCount + 1)
  for (const key of keys) holdersFrom[key + 1] = holdersFrom[key + 1]! + 1
  for (let key = 0; key < keyCount; key++) holdersFrom[key + 1] = holdersFrom[key + 1]! + holdersFrom[key]!
  const next = holdersFrom.slice(0, keyCount)
  const holders = new Int32Array(keys.length)
  for (let form = 0; form < skillOf.length; form++) {
    for (let at = keysFrom[form]!; at < keysFrom[form + 1]!; at++) {
      const key = keys[at]!
      holders[next[key]!] = form
      next[key] = next[key]! + 1
    }
  }
  return { holdersFrom, holders }
}
