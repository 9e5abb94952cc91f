import { stemWord, words } from '../../text/index.ts'
import type { SkillToRead } from './skill-to-read.ts'

/** Shorter parts are found in any word. */
const shortestPart = 4
/** Short words that people in ICT do put before another: webdesigner, appbouwer. */
const shortParts: ReadonlySet<string> = new Set(['app', 'bi', 'cad', 'crm', 'erp', 'ict', 'it', 'sap', 'sql', 'web'])
/** Parts of verbs: *doorvragen* has as little to do with what is asked as *onderhandelen* with trade. */
const verbParts: ReadonlySet<string> = new Set(['achter', 'binnen', 'buiten', 'door', 'onder', 'over', 'tegen', 'tussen', 'voor'])
const linkingLetters = ['', 's', 'en', 'e'] as const
/** No Dutch word is longer, and what is longer costs time. */
const longestCompound = 48
const mostParts = 4

/** How often each stem occurs in the labels of a taxonomy: the words that compounds are taken apart into. */
export function countStems(skills: readonly SkillToRead[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { forms } of skills) {
    for (const { label, language } of forms) {
      for (const word of words(label)) {
        const stem = stemWord(word, language)
        counts.set(stem, (counts.get(stem) ?? 0) + 1)
      }
    }
  }
  return counts
}

/** The last parts that make a skill of anything: *netwerkkennis*, *Linux-ervaring*. Known whether or not a label has them. */
const generalParts: ReadonlySet<string> = new Set(
  ['kennis', 'ervaring', 'vaardigheden', 'vaardigheid'].map((word) => stemWord(word, 'nl')),
)

/**
 * Takes Dutch compounds apart over the words of a taxonomy (Koehn and Knight 2003: the way whose parts are on average, as a geometric mean,
 * most frequent; the whole word is one of the ways).
 *
 * @returns the stems of the parts; the stem of the word itself where nothing is better
 */
export function createCompoundSplitter(counts: ReadonlyMap<string, number>): (word: string) => readonly string[] {
  const countOf = (stem: string): number => counts.get(stem) ?? 0
  const asLast = (written: string): string | undefined => {
    const stem = stemWord(written, 'nl')
    return written.length >= shortestPart && (countOf(stem) > 0 || generalParts.has(stem)) ? stem : undefined
  }
  const asFirst = (written: string): string | undefined => {
    if (verbParts.has(written)) return undefined
    for (const letters of linkingLetters) {
      if (!written.endsWith(letters)) continue
      const part = written.slice(0, written.length - letters.length)
      if (part.length < shortestPart && !shortParts.has(part)) continue
      const stem = stemWord(part, 'nl')
      if (countOf(stem) > 0) return stem
    }
    return undefined
  }
  const waysOf = (word: string, parts: number): string[][] => {
    const ways: string[][] = []
    const whole = asLast(word)
    if (whole !== undefined) ways.push([whole])
    if (parts === 1) return ways
    for (let at = 2; at <= word.length - shortestPart; at++) {
      const first = asFirst(word.slice(0, at))
      if (first !== undefined) for (const rest of waysOf(word.slice(at), parts - 1)) ways.push([first, ...rest])
    }
    return ways
  }
  const valueFor = (parts: readonly string[]): number =>
    parts.reduce((product, part) => product * Math.max(countOf(part), generalParts.has(part) ? 1 : 0), 1) ** (1 / parts.length)
  return (word) => {
    const stem = stemWord(word, 'nl')
    if (word.length > longestCompound || word.length < 2 * shortestPart - 1 || !/^\p{L}+$/u.test(word)) return [stem]
    let best: readonly string[] = [stem]
    let most = countOf(stem)
    for (const way of waysOf(word, mostParts)) {
      const value = valueFor(way)
      if (way.length > 1 && value > most) [best, most] = [way, value]
    }
    return best
  }
}
