/** Costs ascending, with the largest number up to each: numbers ascend too. */
interface Step {
  readonly euro: number[]
  readonly number: number[]
}

/**
 * The most that is had for so much or less of two things: points (week, euro, number), asked "what is the largest number at or
 * before this week, at or below this cost". Points are few, questions many.
 */
export class Staircase {
  readonly #first: number
  /** By week since the first. */
  readonly #steps: Step[]

  /** Points and questions lie in these weeks, both included; a question before them finds nothing. */
  constructor(first: number, last: number) {
    this.#first = first
    this.#steps = Array.from({ length: Math.max(1, last - first + 1) }, () => ({ euro: [], number: [] }))
  }

  add(week: number, euro: number, number: number): void {
    for (let at = this.#placeOf(week); at < this.#steps.length; at++) raise(this.#steps[at] as Step, euro, number)
  }

  /** -1 when there is no such point. */
  most(week: number, euro: number): number {
    if (week < this.#first) return -1
    const { euro: euros, number } = this.#steps[this.#placeOf(week)] as Step
    // How many costs are no higher.
    let [low, high] = [0, euros.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((euros[middle] as number) <= euro) low = middle + 1
      else high = middle
    }
    return low === 0 ? -1 : (number[low - 1] as number)
  }

  #placeOf(week: number): number {
    return Math.min(Math.max(0, week - this.#first), this.#steps.length - 1)
  }
}

function raise({ euro, number }: Step, atEuro: number, to: number): void {
  let at = euro.length
  while (at > 0 && (euro[at - 1] as number) > atEuro) at--
  // Somebody no dearer has as many.
  if (at > 0 && (number[at - 1] as number) >= to) return
  let end = at
  while (end < euro.length && (number[end] as number) <= to) end++
  const start = at > 0 && euro[at - 1] === atEuro ? at - 1 : at
  euro.splice(start, end - start, atEuro)
  number.splice(start, end - start, to)
}
