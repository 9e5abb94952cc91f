import type { Content } from './contents.ts'
import { startsOfLists } from './course-columns.ts'

/**
 * Who teaches what: for each demand the contents whose outcomes meet it (outcomes also prove what lies above them), as a list
 * and as bits. Bits say at once whether one content teaches several demands.
 */
export interface Meeters {
  /** Contents that meet demand `d` stand from `from[d]` to `from[d + 1]`, ascending. */
  readonly from: Uint32Array
  readonly content: Uint32Array
  /** Whether a content meets a demand. */
  meets(content: number, demand: number): boolean
}

export function meetersOf(demands: number, contents: readonly Pick<Content, 'teaches'>[]): Meeters {
  const counts: number[] = new Array(demands).fill(0)
  for (const { teaches } of contents) for (const demand of teaches.list) counts[demand]!++
  const from = startsOfLists(counts)
  const content = new Uint32Array(from[demands] as number)
  // Only demands that somebody meets have a line of bits.
  const lines = new Int32Array(demands).fill(-1)
  let line = 0
  for (let demand = 0; demand < demands; demand++) if ((counts[demand] as number) > 0) lines[demand] = line++
  const words = (contents.length + 31) >>> 5
  const bits = new Uint32Array(line * words)
  const next = from.slice()
  for (const [index, { teaches }] of contents.entries()) {
    for (const demand of teaches.list) {
      content[next[demand]!++] = index
      const at = (lines[demand] as number) * words + (index >>> 5)
      bits[at] = (bits[at] as number) | (1 << (index & 31))
    }
  }
  return {
    from,
    content,
    meets: (index, demand) => {
      const own = lines[demand] as number
      return own >= 0 && (((bits[own * words + (index >>> 5)] as number) >>> (index & 31)) & 1) === 1
    },
  }
}
