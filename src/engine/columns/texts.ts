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
  let widest = 0
  for (const [at, text] of list.entries()) {
    start[at + 1] = (start[at] as number) + text.length
    for (let unit = 0; unit < text.length; unit++) widest = Math.max(widest, text.charCodeAt(unit))
  }
  const length = start[list.length] as number
  const units = widest < 256 ? sharedArray(Uint8Array, length) : sharedArray(Uint16Array, length)
  for (const [at, text] of list.entries()) {
    const from = start[at] as number
    for (let unit = 0; unit < text.length; unit++) units[from + unit] = text.charCodeAt(unit)
  }
  return { start, units }
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
