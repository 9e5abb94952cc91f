import { words } from '../text/index.ts'
import type { LinkableConcept } from './linkable.ts'

/** How many times words were seen for what is done and for what is known. */
type Counts = Map<string, [doing: number, knowing: number]>

/**
 * Guesses whether words name something one does (`klanten adviseren`) or knows (`soorten schuurmiddelen`), by how the labels of a taxonomy
 * begin and end.
 *
 * @returns from 0, known, to 1, done; 0.5 for all words when the taxonomy does not part the two
 */
export function createDoingGuess(concepts: readonly LinkableConcept[]): (text: string) => number {
  const counts: Counts = new Map()
  let [doing, knowing] = [0, 0]
  for (const { forms, isDone } of concepts) {
    if (isDone === undefined) continue
    if (isDone) doing++
    else knowing++
    for (const { text, language } of forms) if (language === 'nl') count(counts, text, isDone)
  }
  if (doing === 0 || knowing === 0) return () => 0.5
  const average = Math.log(doing / knowing)
  return (text) => {
    let score = average
    for (const sign of signsOf(text)) {
      const [done, known] = counts.get(sign) ?? [0, 0]
      // Seen rarely says little; each sign alone may not decide.
      const weight = (done + known) / (done + known + 3)
      score += weight * (Math.log((done + 0.5) / (known + 0.5)) - average)
    }
    return 1 / (1 + Math.exp(-score))
  }
}

function count(counts: Counts, text: string, isDone: boolean): void {
  for (const sign of signsOf(text)) {
    const seen = counts.get(sign) ?? [0, 0]
    seen[isDone ? 0 : 1]++
    counts.set(sign, seen)
  }
}

/** First and last word, and the last letters of each: what tells a verb from a noun in Dutch. */
function signsOf(text: string): string[] {
  const all = words(text)
  const first = all[0]
  const last = all.at(-1)
  if (first === undefined || last === undefined) return []
  const one = all.length === 1 ? 'only' : 'last'
  return [
    `first ${first}`,
    `${one} ${last}`,
    `${one} -${last.slice(-4)}`,
    `${one} -${last.slice(-3)}`,
    `first -${first.slice(-4)}`,
  ]
}
