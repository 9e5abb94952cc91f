import type { Numbers } from '../columns/index.ts'

/** Plain data as a text and the arrays of numbers that stood in it. */
export interface Packed {
  /** JSON: the data with nothing where an array stood, and of each array where it stood, what it is and how long. */
  readonly text: string
  readonly arrays: readonly AnyNumbers[]
}

type AnyNumbers = Numbers | Float64Array

const kinds = { Uint8Array, Uint16Array, Uint32Array, Int16Array, Int32Array, Float64Array } as const
type Kind = keyof typeof kinds

interface Place {
  readonly path: readonly (string | number)[]
  readonly kind: Kind
  readonly length: number
}

/** Where each array begins among the bytes: every kind of number can be read from there. */
const alignment = 8

/** Takes objects and lists apart. What JSON cannot say (`undefined` in a list, a date, a map) must not be in it. */
export function pack(data: unknown): Packed {
  const arrays: AnyNumbers[] = []
  const places: Place[] = []
  const bare = (value: unknown, path: readonly (string | number)[]): unknown => {
    if (ArrayBuffer.isView(value)) {
      const array = value as AnyNumbers
      arrays.push(array)
      places.push({ path, kind: array.constructor.name as Kind, length: array.length })
      return null
    }
    if (!mayHoldArrays(value)) return value
    if (Array.isArray(value)) return value.map((one, at) => bare(one, [...path, at]))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bare(one, [...path, key])]))
  }
  return { text: JSON.stringify({ data: bare(data, []), places }), arrays }
}

/** Lists of plain rows, of which there are many, hold none: their first row tells. */
function mayHoldArrays(value: unknown, depth = 0): value is object {
  if (typeof value !== 'object' || value === null) return false
  if (ArrayBuffer.isView(value)) return true
  if (Array.isArray(value)) return value.length > 0 && mayHoldArrays(value[0], depth + 1)
  return depth < mostDepth && Object.values(value).some((one) => mayHoldArrays(one, depth + 1))
}

/** Deeper than any place of an array. */
const mostDepth = 8

/** The bytes that the arrays take, each at its place. */
export function bytesOf(arrays: readonly AnyNumbers[]): number {
  return arrays.reduce((sum, array) => sum + aligned(array.byteLength), 0)
}

export function aligned(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment
}

/**
 * Puts plain data together again. The arrays are not copied: they lie in `bytes`, from `from` on.
 * @throws Error when text and bytes do not belong together
 */
export function unpack(text: string, bytes: SharedArrayBuffer, from: number): unknown {
  const { data, places } = JSON.parse(text) as { readonly data: unknown; readonly places: readonly Place[] }
  let at = from
  let whole: unknown = data
  for (const { path, kind, length } of places) {
    const Make = kinds[kind]
    if (at + length * Make.BYTES_PER_ELEMENT > bytes.byteLength) throw new Error('the numbers are fewer than the text says')
    const array = new (Make as new (bytes: SharedArrayBuffer, from: number, length: number) => AnyNumbers)(bytes, at, length)
    at += aligned(array.byteLength)
    if (path.length === 0) whole = array
    else put(whole, path, array)
  }
  return whole
}

function put(data: unknown, path: readonly (string | number)[], array: AnyNumbers): void {
  let holder = data as Record<string | number, unknown>
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>
  holder[path.at(-1) as string | number] = array
}
