/** People counted by their set of unmet demands. */
export class Histogram {
  readonly #numbers = new Map<string, number>()
  /** People by the set, written as one character per demand, in order of their numbers. */
  readonly #counts = new Map<string, number>()
  people = 0

  add(unmet: readonly string[]): void {
    this.people++
    const set = this.#setOf(unmet)
    this.#counts.set(set, (this.#counts.get(set) ?? 0) + 1)
  }

  /** Every demand that stands against somebody. */
  keys(): Iterable<string> {
    return this.#numbers.keys()
  }

  /** People whose unmet demands are all among these: none, one or two of them dropped, a sum over the subsets. */
  within(...dropped: [] | [string] | [string, string]): number {
    const count = (set: readonly string[]): number => this.#counts.get(this.#setOf(set)) ?? 0
    const alone = dropped.reduce((sum, demand) => sum + (this.#numbers.has(demand) ? count([demand]) : 0), count([]))
    const joint = dropped.length === 2 && dropped.every((demand) => this.#numbers.has(demand))
    return joint ? alone + count(dropped) : alone
  }

  #setOf(unmet: readonly string[]): string {
    const numbers: number[] = []
    for (const demand of unmet) {
      let number = this.#numbers.get(demand)
      if (number === undefined) {
        number = this.#numbers.size
        this.#numbers.set(demand, number)
      }
      numbers.push(number)
    }
    return numbers.length < 2 ? String.fromCharCode(...numbers) : String.fromCharCode(...numbers.sort((a, b) => a - b))
  }
}
