/**
 * The best of many without sorting them all: a heap that never holds more than is asked for.
 *
 * @param count numbers 0 up to `count` are compared
 * @param compare negative when `a` comes before `b`; never 0 for two different numbers, so that the order is fixed
 * @returns at most `most` numbers, the best first
 */
export function bestOf(count: number, most: number, compare: (a: number, b: number) => number): number[] {
  // The worst of those kept stands at the top.
  const heap: number[] = []
  for (let number = 0; number < count; number++) {
    if (heap.length < most) {
      heap.push(number)
      rise(heap, compare)
    } else if (most > 0 && compare(number, heap[0]!) < 0) {
      heap[0] = number
      sink(heap, compare)
    }
  }
  return heap.sort(compare)
}

function rise(heap: number[], compare: (a: number, b: number) => number): void {
  for (let at = heap.length - 1; at > 0; ) {
    const above = (at - 1) >> 1
    if (compare(heap[at]!, heap[above]!) <= 0) return
    swap(heap, at, above)
    at = above
  }
}

function sink(heap: number[], compare: (a: number, b: number) => number): void {
  for (let at = 0; ; ) {
    let worst = at
    for (const below of [2 * at + 1, 2 * at + 2]) {
      if (below < heap.length && compare(heap[below]!, heap[worst]!) > 0) worst = below
    }
    if (worst === at) return
    swap(heap, at, worst)
    at = worst
  }
}

function swap(heap: number[], one: number, other: number): void {
  const kept = heap[one]!
  heap[one] = heap[other]!
  heap[other] = kept
}
