/** Letters that Dutch puts between the parts of a compound; the part before it is counted with and without. */
const links = ['', 's', 'en', 'e', 'n']
const longestWord = 40
const mostParts = 4

export interface CompoundOptions {
  /** The least letters of a part. */
  readonly shortestPart?: number
}

/**
 * Splits Dutch compounds over the words of a body of text: `vliegtuigmonteur` -> `vliegtuig`, `monteur`. Of all ways to cut a word in
 * known words, the one whose parts have the highest geometric mean of counts wins, the uncut word taking part (Koehn and Knight 2003,
 * "Empirical methods for compound splitting"). Linking letters are dropped: `arbeidsmarkt` -> `arbeid`, `markt`.
 *
 * @param counts how often each folded word stands in the body of text
 * @returns a function that gives the parts in order; a word that is not to be cut comes back alone. Parts are folded words
 */
export function createCompoundSplitter(
  counts: ReadonlyMap<string, number>,
  { shortestPart = 4 }: CompoundOptions = {},
): (word: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (word) => {
    if (word.length < 2 * shortestPart || word.length > longestWord) return [word]
    let parts = known.get(word)
    if (parts === undefined) {
      parts = splitOne(word, counts, shortestPart)
      known.set(word, parts)
    }
    return parts
  }
}

/** A way to cut the letters up to some place. `sum` is the sum of the logarithms of the counts. */
interface Way {
  readonly sum: number
  readonly before: Way | undefined
  readonly part: string
}

function splitOne(word: string, counts: ReadonlyMap<string, number>, shortestPart: number): readonly string[] {
  // ways[n][at]: the best way in which n parts make up the letters up to `at`.
  let ways = new Map<number, Way | undefined>([[0, undefined]])
  let best: { mean: number; way: Way | undefined } = { mean: Math.log(counts.get(word) ?? 0.5), way: undefined }
  for (let parts = 1; parts <= mostParts && ways.size > 0; parts++) {
    const next = new Map<number, Way | undefined>()
    for (const [start, before] of ways) {
      for (let end = start + shortestPart; end <= word.length; end++) {
        if (end < word.length && end > word.length - shortestPart) continue
        // The whole word is no part of itself.
        if (start === 0 && end === word.length) continue
        const part = knownPart(word.slice(start, end), counts, end === word.length, shortestPart)
        if (part === undefined) continue
        const sum = (before?.sum ?? 0) + Math.log(part.count)
        if (sum > (next.get(end)?.sum ?? Number.NEGATIVE_INFINITY)) next.set(end, { sum, before, part: part.text })
      }
    }
    const whole = next.get(word.length)
    if (whole && whole.sum / parts > best.mean) best = { mean: whole.sum / parts, way: whole }
    next.delete(word.length)
    ways = next
  }
  const parts: string[] = []
  for (let way = best.way; way; way = way.before) parts.unshift(way.part)
  return parts.length > 0 ? parts : [word]
}

/** The word that a piece stands for: itself, or, unless it ends the compound, what is left without its linking letters. */
function knownPart(
  piece: string,
  counts: ReadonlyMap<string, number>,
  isLast: boolean,
  shortestPart: number,
): { text: string; count: number } | undefined {
  let best: { text: string; count: number } | undefined
  for (const link of isLast ? [''] : links) {
    if (!piece.endsWith(link) || piece.length - link.length < shortestPart) continue
    const text = link === '' ? piece : piece.slice(0, -link.length)
    const count = counts.get(text)
    if (count !== undefined && count > (best?.count ?? 0)) best = { text, count }
  }
  return best
}
