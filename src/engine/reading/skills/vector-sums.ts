/** Plain sums over vectors of 32-bit floats. */

/** Of `b` with the stretch of `a` that begins at `from`. */
export function dot(a: Float32Array, from: number, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < b.length; at++) sum += a[from + at]! * b[at]!
  return sum
}

export function add(sum: Float32Array, vector: Float32Array, factor: number): void {
  for (let at = 0; at < sum.length; at++) sum[at] = sum[at]! + factor * vector[at]!
}

/** A vector of zeros stays one. */
export function bringToLengthOne(vector: Float32Array): void {
  const length = Math.sqrt(dot(vector, 0, vector))
  if (length > 0) for (let at = 0; at < vector.length; at++) vector[at] = vector[at]! / length
}
