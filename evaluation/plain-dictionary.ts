import { tokenise, words } from '../src/engine/text/index.ts'

/** A label where it stands. */
export interface PlainReading {
  /** All concepts with this label, in the order they came. */
  readonly concepts: readonly string[]
  readonly start: number
  readonly end: number
}

/**
 * The plainest dictionary there is, to compare with: labels as whole words in any case, the longest first from the left. No stems, compounds, other spellings or phrases, and every label
 * counts, however ordinary its words.
 *
 * @param labels each with its concept
 */
export function createPlainDictionary(
  labels: Iterable<{ readonly concept: string; readonly label: string }>,
): (text: string) => PlainReading[] {
  const known = new Map<string, string[]>()
  let longest = 0
  for (const { concept, label } of labels) {
    const inLabel = words(label)
    if (inLabel.length === 0) continue
    longest = Math.max(longest, inLabel.length)
    const key = inLabel.join(' ')
    const there = known.get(key)
    if (!there) known.set(key, [concept])
    else if (!there.includes(concept)) there.push(concept)
  }
  return (text) => {
    const tokens = tokenise(text)
    const readings: PlainReading[] = []
    for (let at = 0; at < tokens.length; at++) {
      for (let count = Math.min(longest, tokens.length - at); count > 0; count--) {
        const found = tokens.slice(at, at + count)
        const concepts = known.get(found.map((token) => token.text).join(' '))
        if (!concepts) continue
        readings.push({ concepts, start: found[0]!.start, end: found.at(-1)!.end })
        at += count - 1
        break
      }
    }
    return readings
  }
}
