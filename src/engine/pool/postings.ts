import { sharedArray } from '../columns/index.ts'
import { type Doers, type Postings, pageBits, type Segment } from './segment.ts'

/** The forward index read the other way round, page by page: a counting sort. */
export function postingsOf(
  size: number,
  concepts: number,
  { claimStart, claimConcept, claimCode }: Pick<Segment, 'claimStart' | 'claimConcept' | 'claimCode'>,
): Postings {
  const pageSize = 1 << pageBits
  const pages = Math.ceil(size / pageSize)
  const start = sharedArray(Uint32Array, pages * concepts + 1)
  const holder = sharedArray(Uint16Array, claimConcept.length)
  const code = sharedArray(Uint8Array, claimConcept.length)
  const next = new Uint32Array(concepts)
  for (let page = 0; page < pages; page++) {
    const first = page * pageSize
    const last = Math.min(size, first + pageSize)
    const from = claimStart[first] as number
    const to = claimStart[last] as number
    next.fill(0)
    for (let at = from; at < to; at++) next[claimConcept[at] as number]!++
    let sum = from
    for (let concept = 0; concept < concepts; concept++) {
      start[page * concepts + concept] = sum
      const count = next[concept] as number
      next[concept] = sum
      sum += count
    }
    for (let row = first; row < last; row++) {
      for (let at = claimStart[row] as number; at < (claimStart[row + 1] as number); at++) {
        const to = next[claimConcept[at] as number]!++
        holder[to] = row - first
        code[to] = claimCode[at] as number
      }
    }
  }
  start[pages * concepts] = claimConcept.length
  return { pages, start, holder, code }
}

/** The same for occupations, of which there are few entries: in one go. */
export function doersOf(
  occupations: number,
  { occupationStart, occupation }: Pick<Segment, 'occupationStart' | 'occupation'>,
): Doers {
  const start = sharedArray(Uint32Array, occupations + 1)
  const row = sharedArray(Uint32Array, occupation.length)
  for (const one of occupation) start[one + 1]!++
  for (let one = 0; one < occupations; one++) start[one + 1]! += start[one] as number
  const next = start.slice()
  for (let person = 0; person + 1 < occupationStart.length; person++) {
    for (let at = occupationStart[person] as number; at < (occupationStart[person + 1] as number); at++) {
      row[next[occupation[at] as number]!++] = person
    }
  }
  return { start, row }
}

/** How many of a segment hold a concept. */
export function entriesOf({ concepts, postings: { pages, start } }: Segment, concept: number): number {
  if (concept >= concepts) return 0
  let entries = 0
  for (let page = 0; page < pages; page++) {
    const run = page * concepts + concept
    entries += (start[run + 1] as number) - (start[run] as number)
  }
  return entries
}
