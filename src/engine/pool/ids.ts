import { sharedArray } from '../columns/index.ts'

/** The ids of a segment's people in shared memory: their code units one after another, and a hash table to find one. */
export interface Ids {
  /** Where the id of each row begins; one more at the end. */
  readonly start: Uint32Array
  /** One byte per code unit where all fit, else two. */
  readonly units: Uint8Array | Uint16Array
  /** Row + 1 by hash, 0 where empty; a power of two long, never full. Collisions go to the next slot. */
  readonly slots: Uint32Array
}

export function idsOf(texts: readonly string[]): Ids {
  const start = sharedArray(Uint32Array, texts.length + 1)
  let widest = 0
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row] as string
    start[row + 1] = (start[row] as number) + text.length
    for (let at = 0; at < text.length; at++) widest = Math.max(widest, text.charCodeAt(at))
  }
  const length = start[texts.length] as number
  const units = widest < 256 ? sharedArray(Uint8Array, length) : sharedArray(Uint16Array, length)
  const slots = sharedArray(Uint32Array, slotCount(texts.length))
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row] as string
    const from = start[row] as number
    for (let at = 0; at < text.length; at++) units[from + at] = text.charCodeAt(at)
    let slot = hashOf(text) & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = row + 1
  }
  return { start, units, slots }
}

/** At most three quarters full. */
function slotCount(rows: number): number {
  let count = 2
  while (count * 0.75 < rows) count *= 2
  return count
}

/** FNV-1a over code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

export function idAt({ start, units }: Ids, row: number): string {
  return String.fromCharCode(...units.subarray(start[row], start[row + 1]))
}

/** Rows that carry this id, gone ones too: an id that left and came back within one segment stands in it twice. */
export function* rowsWithId(ids: Ids, id: string): Iterable<number> {
  const { slots } = ids
  for (let slot = hashOf(id) & (slots.length - 1); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
    const row = (slots[slot] as number) - 1
    if (isAt(ids, row, id)) yield row
  }
}

function isAt({ start, units }: Ids, row: number, id: string): boolean {
  const from = start[row] as number
  if ((start[row + 1] as number) - from !== id.length) return false
  for (let at = 0; at < id.length; at++) if (units[from + at] !== id.charCodeAt(at)) return false
  return true
}

/** Compares an id with a text by code units, as strings compare, without making a string. */
export function compareId({ start, units }: Ids, row: number, text: string): number {
  const from = start[row] as number
  const length = (start[row + 1] as number) - from
  for (let at = 0; at < length && at < text.length; at++) {
    const difference = (units[from + at] as number) - text.charCodeAt(at)
    if (difference !== 0) return difference
  }
  return length - text.length
}
