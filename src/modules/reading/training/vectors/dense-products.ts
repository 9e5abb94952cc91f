/**
 * Products of matrices that fill most of the time of learning. Each works on a few rows and columns at a time, whose sums stay in registers. Rows and columns
 * must come in the sizes that are named.
 */

/** into[i][j] = left[i] . right[j], for the rows from..upTo of `left` and all `count` of `right`; both in fours. */
export function rowProducts(
  left: Float64Array,
  right: Float64Array,
  into: Float64Array,
  { from, upTo, count, width }: { readonly from: number; readonly upTo: number; readonly count: number; readonly width: number },
): void {
  for (let i = from; i < upTo; i += 2) {
    const l0 = i * width
    const l1 = l0 + width
    for (let j = 0; j < count; j += 4) {
      const r0 = j * width
      const r1 = r0 + width
      const r2 = r1 + width
      const r3 = r2 + width
      let s00 = 0
      let s01 = 0
      let s02 = 0
      let s03 = 0
      let s10 = 0
      let s11 = 0
      let s12 = 0
      let s13 = 0
      for (let k = 0; k < width; k++) {
        const a = left[l0 + k]!
        const b = left[l1 + k]!
        const w = right[r0 + k]!
        const x = right[r1 + k]!
        const y = right[r2 + k]!
        const z = right[r3 + k]!
        s00 += a * w
        s01 += a * x
        s02 += a * y
        s03 += a * z
        s10 += b * w
        s11 += b * x
        s12 += b * y
        s13 += b * z
      }
      const at = i * count + j
      into[at] = s00
      into[at + 1] = s01
      into[at + 2] = s02
      into[at + 3] = s03
      into[at + count] = s10
      into[at + count + 1] = s11
      into[at + count + 2] = s12
      into[at + count + 3] = s13
    }
  }
}

/** into[i] = sum over j of weights[i][j] x rows[j], for the rows from..upTo; they come in twos, the width in fours. */
export function weightedSums(
  weights: Float64Array,
  rows: Float64Array,
  into: Float64Array,
  { from, upTo, count, width }: { readonly from: number; readonly upTo: number; readonly count: number; readonly width: number },
): void {
  for (let k = 0; k < width; k += 4) {
    for (let i = from; i < upTo; i += 2) {
      const first = i * count
      const second = first + count
      let s00 = 0
      let s01 = 0
      let s02 = 0
      let s03 = 0
      let s10 = 0
      let s11 = 0
      let s12 = 0
      let s13 = 0
      for (let j = 0, row = k; j < count; j++, row += width) {
        const a = weights[first + j]!
        const b = weights[second + j]!
        const w = rows[row]!
        const x = rows[row + 1]!
        const y = rows[row + 2]!
        const z = rows[row + 3]!
        s00 += a * w
        s01 += a * x
        s02 += a * y
        s03 += a * z
        s10 += b * w
        s11 += b * x
        s12 += b * y
        s13 += b * z
      }
      const at = i * width + k
      into[at] = s00
      into[at + 1] = s01
      into[at + 2] = s02
      into[at + 3] = s03
      into[at + width] = s10
      into[at + width + 1] = s11
      into[at + width + 2] = s12
      into[at + width + 3] = s13
    }
  }
}
