import { compareTextAt, sharedArray, type Texts, textsOf } from '../columns/index.ts'

/** The ids of a segment's people in shared memory, and a hash table to find one. */
export interface Ids extends Texts {
  /** Row + 1 by hash, 0 where empty; a power of two long, never full. Collisions go to the next slot. */
  readonly slots: Uint32Array
}

export function idsOf(list: readonly string[]): Ids {
  const slots = sharedArray(Uint32Array, slotCount(list.length))
  for (let row = 0; row < list.length; row++) {
    let slot = hashOf(list[row] as string) & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = row + 1
  }
  return { ...textsOf(list), slots }
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

/** Rows that carry this id, gone ones too: an id that left and came back within one segment stands in it twice. */
export function* rowsWithId(ids: Ids, id: string): Iterable<number> {
  const { slots } = ids
  for (let slot = hashOf(id) & (slots.length - 1); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
    const row = (slots[slot] as number) - 1
    if (compareTextAt(ids, row, id) === 0) yield row
  }
}
