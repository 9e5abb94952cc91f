import type { Asking } from './asking.ts'
import type { Ground } from './count-unmet.ts'
import type { Segment } from './segment.ts'
import { tooFar } from './sieve.ts'
import { SkillSets } from './skill-sets.ts'
import { TermTable, termKeysOf } from './term-table.ts'

type Pair = readonly [low: number, high: number]

/** How many people are left, step by step: first who can do the work, then after each term in turn. */
export interface StepDown {
  /** Meets every skill asked. */
  readonly able: Pair
  /** Terms in the order of the question, then those that are people's own; the last one leaves who is reachable now. */
  readonly steps: readonly { readonly demand: string; readonly left: Pair }[]
}

/**
 * Everybody is counted once, at the first term in order that stands against them; only who can do the work is looked at. Exact, and in both
 * modes: low (unknown counts as unmet) and high (as met).
 */
export function stepDown(segments: Iterable<Segment>, asking: Asking, ground: Ground): StepDown {
  const termKeys = termKeysOf(asking)
  const stated = asking.stated.filter((key) => termKeys.includes(key))
  const order = [...new Set([...stated, ...termKeys])]
  const bits = order.map((key) => 1 << termKeys.indexOf(key))
  // The last place of each is for who is stopped by no term.
  const low = new Uint32Array(order.length + 1)
  const high = new Uint32Array(order.length + 1)
  let standing = 0
  for (const segment of segments) standing |= countStops(segment, asking, termKeys, bits, { low, high }, ground)
  const shown = order.flatMap((key, at) =>
    stated.includes(key) || (standing & (bits[at] as number)) !== 0 ? [{ demand: key, at }] : [],
  )
  return {
    able: [leftAfter(low, -1), leftAfter(high, -1)],
    steps: shown.map(({ demand, at }) => ({ demand, left: [leftAfter(low, at), leftAfter(high, at)] as const })),
  }
}

/** Adds the people of one segment; which terms stand against somebody of it. */
function countStops(
  segment: Segment,
  asking: Asking,
  termKeys: readonly string[],
  bits: readonly number[],
  { low, high }: { readonly low: Uint32Array; readonly high: Uint32Array },
  { graph, shortcuts, scratch, searched }: Ground,
): number {
  const skills = new SkillSets(segment, graph, asking.skills, shortcuts, scratch, searched)
  const terms = new TermTable(segment, asking, termKeys, shortcuts)
  const stopOf = (against: number): number => {
    const at = bits.findIndex((bit) => (against & bit) !== 0)
    return at < 0 ? bits.length : at
  }
  const { start } = segment.blocks
  for (let block = 0; block + 1 < start.length; block++) {
    let isEntered = false
    for (let row = start[block] as number; row < (start[block + 1] as number); row++) {
      if (segment.gone[row] !== 0 || !isAbleHigh(skills, row)) continue
      if (!isEntered) terms.outFrom(block)
      isEntered = true
      terms.look(row, terms.isTooFar(row) ? tooFar : 0)
      high[stopOf(terms.high)]!++
      if (isAbleLow(skills, row)) low[stopOf(terms.low)]!++
    }
  }
  skills.release()
  return terms.standing
}

function isAbleLow(skills: SkillSets, row: number): boolean {
  for (let word = 0; word < skills.words; word++) if (skills.missingLow(row, word) !== 0) return false
  return true
}

function isAbleHigh(skills: SkillSets, row: number): boolean {
  for (let word = 0; word < skills.words; word++) if (skills.missingHigh(row, word) !== 0) return false
  return true
}

/** Who passes every term up to and including this one. */
function leftAfter(stops: Uint32Array, at: number): number {
  return stops.subarray(at + 1).reduce((sum, one) => sum + one, 0)
}
