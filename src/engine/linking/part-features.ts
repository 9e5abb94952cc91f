import type { PartIndex, PartMatch } from './part-match.ts'

const kinds = [
  'covered',
  'covering',
  'shared',
  'coveredByAll',
  'head',
  'labelHead',
  'restUnderHead',
  'rest',
] as const satisfies readonly (keyof PartMatch)[]

export const partFeatures: readonly string[] = kinds.flatMap((name) => [name, `${name}: behind the best`])

/**
 * How the parts of words go with the forms of each chosen concept, and how far that is behind the best of them.
 *
 * @param texts the words, and what else they may have been meant as: of each feature the best counts
 */
export function partRows(parts: PartIndex, firstForms: Int32Array, texts: readonly string[], chosen: Int32Array): Float32Array {
  const queries = texts.map((text) => parts.query(text))
  const width = partFeatures.length
  const rows = new Float32Array(chosen.length * width)
  const best = new Float32Array(kinds.length)
  chosen.forEach((concept, row) => {
    for (const query of queries) {
      const match = parts.match(query, firstForms[concept]!, firstForms[concept + 1]!)
      kinds.forEach((name, at) => {
        const place = row * width + 2 * at
        rows[place] = Math.max(rows[place]!, match[name])
        best[at] = Math.max(best[at]!, rows[place]!)
      })
    }
  })
  for (let place = 0; place < rows.length; place += 2) rows[place + 1] = best[(place % width) / 2]! - rows[place]!
  return rows
}
