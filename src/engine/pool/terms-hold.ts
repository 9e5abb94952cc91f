import type { Graph } from '../taxonomy/index.ts'
import { nothingSearched } from './answer.ts'
import type { Asking } from './asking.ts'
import type { Scratch } from './scratch.ts'
import type { Segment } from './segment.ts'
import { allShortcuts } from './shortcuts.ts'
import { Sieve } from './sieve.ts'
import { type PlainSets, SkillSets } from './skill-sets.ts'
import { eachStretch } from './stretches.ts'
import { TermTable, termKeysOf } from './term-table.ts'

/** Somebody of whom no term is unmet in high. `low` and `high`: the skills that are missing, word by word; the same arrays for each. */
export type HeldVisitor = (row: number, isCertain: boolean, low: Uint32Array, high: Uint32Array) => void

/**
 * Those of a segment for whom all terms asked hold, in high, each with the skills that they miss. `isCertain`: in low too.
 * @param within only those who miss nothing outside of this set in high: who does in high does in low too, so terms are held against few
 */
export function eachWithTerms(
  segment: Segment,
  asking: Asking,
  { graph, scratch }: { readonly graph: Graph; readonly scratch: Scratch },
  visit: HeldVisitor,
  within?: Uint32Array,
): void {
  const terms = new TermTable(segment, asking, termKeysOf(asking), allShortcuts)
  const skills = new SkillSets(segment, graph, asking.skills, allShortcuts, scratch, nothingSearched())
  const sieve = new Sieve(scratch, segment.size, 0)
  const { start } = segment.blocks
  for (let block = 0; block + 1 < start.length; block++) {
    const [from, to] = [start[block] as number, start[block + 1] as number]
    if (from !== to) terms.addReachable(sieve, from, Math.min(to, terms.outFrom(block)))
  }
  if (within) keepWithin(sieve, skills, within)
  terms.sift(sieve)
  terms.addUncertain(sieve)
  const [low, high] = [new Uint32Array(skills.words), new Uint32Array(skills.words)]
  for (let at = 0; at < sieve.length; at++) {
    const row = sieve.rows[at] as number
    for (let word = 0; word < skills.words; word++) {
      low[word] = skills.missingLow(row, word)
      high[word] = low[word] === 0 ? 0 : skills.missingHigh(row, word)
    }
    visit(row, sieve.used[at] === 0, low, high)
  }
  skills.release()
}

function keepWithin(sieve: Sieve, skills: SkillSets, within: Uint32Array): void {
  const end = sieve.length
  sieve.length = 0
  const { plain } = skills
  // Most of what counting costs is spent here, so nothing is called for a row where that can be.
  if (plain) eachStretch(0, end, (from, to) => keepPlain(sieve, plain, within[0] as number, from, to))
  else
    for (let at = 0; at < end; at++)
      if (isWithin(sieve.rows[at] as number, skills, within)) sieve.add(sieve.rows[at] as number, 0)
}

function keepPlain(sieve: Sieve, { full, may, mayShift }: PlainSets, within: number, from: number, to: number): void {
  const outside = full & ~within
  const { rows, used } = sieve
  let kept = sieve.length
  for (let at = from; at < to; at++) {
    const row = rows[at] as number
    rows[kept] = row
    used[kept] = 0
    if ((outside & ~((may[row] as number) >>> mayShift)) === 0) kept++
  }
  sieve.length = kept
}

function isWithin(row: number, skills: SkillSets, within: Uint32Array): boolean {
  for (let word = 0; word < within.length; word++) {
    if ((skills.missingHigh(row, word) & ~(within[word] as number)) !== 0) return false
  }
  return true
}

/** A question without the term `start`: what a training newly opens is judged without it on both sides (ruling 4). */
export function withoutStart(asking: Asking): Asking {
  return { ...asking, terms: asking.terms.filter(({ key }) => key !== 'start') }
}

export const anySet = (words: Uint32Array): boolean => words.some((bits) => bits !== 0)
