import { sharedArray } from '../columns/index.ts'
import type { AspectName } from './aspects.ts'
import type { Codes } from './segment.ts'

/**
 * Some aspects in one column: few of all possible combinations are ever said, so that these are numbered and a question reads one
 * number a person instead of several. Follows from the columns of the aspects; it adds nothing.
 */
export interface Bundle {
  readonly names: readonly AspectName[]
  /** By row. */
  readonly codes: Codes
  /** By code, the codes of the aspects: as many numbers as there are names. */
  readonly parts: Uint32Array
  /** By code: rows when it was made, to know what rules out most. */
  readonly rows: Uint32Array
}

/** What is read together: what the same people say alike. */
const groups: readonly (readonly AspectName[])[] = [
  ['hours', 'wage', 'days'],
  ['languages', 'papers', 'availability'],
  ['experience', 'diplomas'],
  ['study'],
]

/** More combinations than this are no gain: a question works out what stands against each of them. */
const mostCombinations = 16_384

export function bundlesOf(aspects: Readonly<Record<AspectName, { readonly codes: Codes }>>, size: number): Bundle[] {
  return groups.flatMap((names) => {
    const bundle = bundleOf(names, aspects, size)
    return bundle ? [bundle] : names.map((name) => alone(name, aspects[name].codes))
  })
}

function bundleOf(
  names: readonly AspectName[],
  aspects: Readonly<Record<AspectName, { readonly codes: Codes }>>,
  size: number,
): Bundle | undefined {
  const columns = names.map((name) => aspects[name].codes)
  if (columns.length < 2) return undefined
  const numbers = new Map<number, number>()
  const parts: number[] = []
  const codes = sharedArray(Uint16Array, size)
  for (let row = 0; row < size; row++) {
    let key = 0
    for (const column of columns) key = key * 2 ** 17 + (column[row] as number)
    let code = numbers.get(key)
    if (code === undefined) {
      if (numbers.size === mostCombinations || columns.some((column) => (column[row] as number) >= 2 ** 17)) return undefined
      code = numbers.size
      numbers.set(key, code)
      for (const column of columns) parts.push(column[row] as number)
    }
    codes[row] = code
  }
  return { names, codes, parts: Uint32Array.from(parts), rows: rowsByCode(codes, numbers.size) }
}

function alone(name: AspectName, codes: Codes): Bundle {
  let most = 0
  for (let row = 0; row < codes.length; row++) most = Math.max(most, codes[row] as number)
  return {
    names: [name],
    codes,
    parts: Uint32Array.from({ length: most + 1 }, (_, code) => code),
    rows: rowsByCode(codes, most + 1),
  }
}

function rowsByCode(codes: Codes, end: number): Uint32Array {
  const rows = new Uint32Array(end)
  for (let row = 0; row < codes.length; row++) rows[codes[row] as number]!++
  return rows
}
