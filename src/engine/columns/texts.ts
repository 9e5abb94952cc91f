import { type Numbers, sharedArray } from './growing.ts'

/** Texts in memory that threads share: the code units of one after another. Plain data. */
export interface Texts {
  /** Where each text begins; one more at the end. */
  readonly start: Uint32Array
  /** One byte per code unit where all fit, else two. */
  readonly units: Uint8Array | Uint16Array
}

export function textsOf(list: readonly string[]): Texts {
  const start = sharedArray(Uint32Array, list.length + 1)
  let allBits = 0
  for (let at = 0; at < list.length; at++) {
    const text = list[at] as string
    start[at + 1] = (start[at] as number) + text.length
    for (let unit = 0; unit < text.length; unit++) allBits |= text.charCodeAt(unit)
  }
  const length = start[list.length] as number
  const units = allBits < 256 ? sharedArray(Uint8Array, length) : sharedArray(Uint16Array, length)
  let to = 0
  for (let at = 0; at < list.length; at++) {
    const text = list[at] as string
    for (let unit = 0; unit < text.length; unit++) units[to++] = text.charCodeAt(unit)
  }
  return { start, units }
}

/** The same texts in another order: place `i` holds what was number `order[i]`. */
export function textsInOrder({ start, units }: Texts, order: Uint32Array): Texts {
  const starts = sharedArray(Uint32Array, order.length + 1)
  const sorted = units instanceof Uint8Array ? sharedArray(Uint8Array, units.length) : sharedArray(Uint16Array, units.length)
  let to = 0
  for (let at = 0; at < order.length; at++) {
    const text = order[at] as number
    const end = start[text + 1] as number
    for (let from = start[text] as number; from < end; from++) sorted[to++] = units[from] as number
    starts[at + 1] = to
  }
  return { start: starts, units: sorted }
}

export function textAt({ start, units }: Texts, at: number): string {
  return String.fromCharCode(...(units.subarray(start[at], start[at + 1]) as Numbers))
}

/** Compares a text of the column with another one by code units, as strings compare, without making a string of it. */
export function compareTextAt({ start, units }: Texts, at: number, text: string): number {
  const from = start[at] as number
  const length = (start[at + 1] as number) - from
  for (let unit = 0; unit < length && unit < text.length; unit++) {
    const difference = (units[from + unit] as number) - text.charCodeAt(unit)
    if (difference !== 0) return difference
  }
  return length - text.length
}
