import type { Encoder } from '../src/engine/linking/index.ts'
import { words } from '../src/engine/text/index.ts'
import { isHeldOut } from '../src/modules/reading/training/vectors/held-out.ts'
import type { TrainingTexts } from '../src/modules/reading/training/vectors/training-texts.ts'

export interface AcrossLanguages {
  readonly queries: number
  readonly mrr: number
  readonly success1: number
  readonly success10: number
}

const mostQueries = 1500

/**
 * A Dutch label, which English label means the same: of the concepts that training did not show to be one in both languages, and of as many that it did. All English
 * labels of skills and occupations are candidates. Labels that are the same word in both languages are left out.
 */
export function acrossLanguages(
  encoder: Encoder,
  { concepts }: TrainingTexts,
  heldOutShare: number,
): { readonly candidates: number; readonly heldOut: AcrossLanguages; readonly shown: AcrossLanguages } {
  const named = concepts.filter(({ type, en }) => type !== 'group' && en.labels.length > 0)
  const vectors = named.map(({ en }) => encoder.encode(words(en.labels[0]!), 'en'))
  const inBoth = [...named.keys()].filter((at) => {
    const [dutch, english] = [named[at]!.nl.labels[0], named[at]!.en.labels[0]!]
    return dutch !== undefined && words(dutch).join(' ') !== words(english).join(' ')
  })
  const measure = (chosen: readonly number[]): AcrossLanguages => {
    const ranks = chosen.map((at) => {
      const asked = encoder.encode(words(named[at]!.nl.labels[0]!), 'nl')
      const own = product(asked, vectors[at]!)
      return 1 + vectors.reduce((before, vector) => before + (product(asked, vector) > own ? 1 : 0), 0)
    })
    const share = (depth: number): number => ranks.filter((rank) => rank <= depth).length / ranks.length
    return {
      queries: ranks.length,
      mrr: ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length,
      success1: share(1),
      success10: share(10),
    }
  }
  const heldOut = inBoth.filter((at) => isHeldOut(named[at]!.key, heldOutShare)).slice(0, mostQueries)
  const others = inBoth.filter((at) => !isHeldOut(named[at]!.key, heldOutShare))
  const every = Math.max(1, Math.floor(others.length / heldOut.length))
  const shown = others.filter((_, at) => at % every === 0).slice(0, heldOut.length)
  return { candidates: named.length, heldOut: measure(heldOut), shown: measure(shown) }
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!
  return sum
}
