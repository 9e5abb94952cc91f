/**
 * The power of the size with which a time grows; 1 is linear. It is the slope of the straight line that fits best (least squares)
 * where both are logarithms.
 */
export function exponentOf(points: readonly (readonly [size: number, value: number])[]): number {
  const logs = points.map(([size, value]) => [Math.log(size), Math.log(value)] as const)
  const middle = (pick: (one: readonly [number, number]) => number): number =>
    logs.reduce((sum, one) => sum + pick(one), 0) / logs.length
  const [middleSize, middleValue] = [middle(([size]) => size), middle(([, value]) => value)]
  let [both, own] = [0, 0]
  for (const [size, value] of logs) {
    both += (size - middleSize) * (value - middleValue)
    own += (size - middleSize) ** 2
  }
  return both / own
}
