import type { CheckItem } from '../../../modules/vacancy-checks/index.ts'

/** A piece of a line: its words, marked when they are those of an item; the numbers of items that end here stand behind it. */
export interface Segment {
  readonly start: number
  readonly words: string
  readonly item?: CheckItem
  readonly ends: readonly CheckItem[]
}

export interface TextLine {
  readonly start: number
  readonly isBullet: boolean
  readonly segments: readonly Segment[]
}

const bullet = /^\s*[-*–•▪●◦·]\s+/

/** A text as lines, each in pieces, so that words of items can be marked. Where items overlap the first is marked, and the other has its number only. */
export function linesOf(text: string, items: readonly CheckItem[]): TextLine[] {
  const placed = items.filter(({ place }) => place).sort((a, b) => startOf(a) - startOf(b))
  const lines: TextLine[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    const mark = bullet.exec(line)?.[0] ?? ''
    const inside = placed.filter((item) => startOf(item) < end && endOf(item) > start)
    if (line.trim() !== '') {
      lines.push({ start, isBullet: mark !== '', segments: segmentsOf(text, start + mark.length, end, inside) })
    }
    start = end + 1
  }
  return lines
}

function segmentsOf(text: string, from: number, end: number, items: readonly CheckItem[]): Segment[] {
  const segments: Segment[] = []
  let at = from
  const push = (until: number, item?: CheckItem): void => {
    if (until <= at) return
    segments.push({ start: at, words: text.slice(at, until), ...(item ? { item } : {}), ends: [] })
    at = until
  }
  for (const item of items) {
    const until = Math.min(endOf(item), end)
    if (startOf(item) >= at) {
      push(startOf(item))
      push(until, item)
    }
    // Words that run on over the next line have their number there.
    const last = segments.at(-1)
    if (last && endOf(item) <= end) segments[segments.length - 1] = { ...last, ends: [...last.ends, item] }
  }
  push(end)
  return segments
}

const startOf = ({ place }: CheckItem): number => place?.start ?? 0
const endOf = ({ place }: CheckItem): number => place?.end ?? 0
