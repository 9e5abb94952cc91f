export interface Eigen {
  readonly values: Float64Array
  /** Column d is the direction of value d. */
  readonly vectors: Float64Array
}

const mostSweeps = 30

/** Eigenvalues and directions of a small symmetric matrix, by turning pairs of axes until nothing stands beside the diagonal (Jacobi 1846). */
export function eigenOf(matrix: Float64Array, width: number): Eigen {
  const left = matrix.slice()
  // Directions as rows while turning: both rows of a turn lie together in memory.
  const directions = new Float64Array(width * width)
  for (let i = 0; i < width; i++) directions[i * width + i] = 1
  const whole = left.reduce((sum, value) => sum + value * value, 0)
  for (let sweep = 0; sweep < mostSweeps && beside(left, width) > 1e-18 * whole; sweep++) {
    for (let p = 0; p < width - 1; p++) for (let q = p + 1; q < width; q++) turn(left, directions, width, p, q)
  }
  const values = Float64Array.from({ length: width }, (_, i) => left[i * width + i]!)
  const vectors = new Float64Array(width * width)
  for (let d = 0; d < width; d++) for (let k = 0; k < width; k++) vectors[k * width + d] = directions[d * width + k]!
  return { values, vectors }
}

function beside(matrix: Float64Array, width: number): number {
  let sum = 0
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) sum += 2 * matrix[i * width + j]! ** 2
  return sum
}

function turn(matrix: Float64Array, directions: Float64Array, width: number, p: number, q: number): void {
  const apq = matrix[p * width + q]!
  if (apq === 0) return
  const theta = (matrix[q * width + q]! - matrix[p * width + p]!) / (2 * apq)
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  for (let k = 0; k < width; k++) {
    const kp = matrix[k * width + p]!
    const kq = matrix[k * width + q]!
    matrix[k * width + p] = cosine * kp - sine * kq
    matrix[k * width + q] = sine * kp + cosine * kq
  }
  turnRows(matrix, width, p, q, cosine, sine)
  turnRows(directions, width, p, q, cosine, sine)
}

function turnRows(matrix: Float64Array, width: number, p: number, q: number, cosine: number, sine: number): void {
  for (let k = 0; k < width; k++) {
    const pk = matrix[p * width + k]!
    const qk = matrix[q * width + k]!
    matrix[p * width + k] = cosine * pk - sine * qk
    matrix[q * width + k] = sine * pk + cosine * qk
  }
}
