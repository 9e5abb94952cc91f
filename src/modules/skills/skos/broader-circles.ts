/** Which concepts a file holds, and where its broader links go round in a circle. Ids are kept once, links as numbers. */
export class BroaderTree {
  readonly #numbers = new Map<string, number>()
  readonly #isConcept: boolean[] = []
  readonly #from: number[] = []
  readonly #to: number[] = []
  #component: Int32Array | undefined

  addConcept(id: string): void {
    this.#isConcept[this.#number(id)] = true
  }

  /** Each link once. */
  addLink(id: string, broader: string): void {
    this.#from.push(this.#number(id))
    this.#to.push(this.#number(broader))
  }

  get size(): number {
    return this.#isConcept.reduce((count, is) => count + (is ? 1 : 0), 0)
  }

  has(id: string): boolean {
    const number = this.#numbers.get(id)
    return number !== undefined && this.#isConcept[number] === true
  }

  /** Whether this link is part of a circle. In a circle everything would prove everything. */
  isInCircle(id: string, broader: string): boolean {
    this.#component ??= this.#findComponents()
    const [one, other] = [this.#numbers.get(id), this.#numbers.get(broader)]
    return one !== undefined && other !== undefined && this.#component[one] === this.#component[other]
  }

  #number(id: string): number {
    let number = this.#numbers.get(id)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(id, number)
      this.#isConcept.push(false)
    }
    return number
  }

  /**
   * Strongly connected components, by number of a member. Source: Tarjan, Depth-first search and linear graph algorithms (1972), with a
   * stack of its own: a chain may be as long as the file.
   */
  #findComponents(): Int32Array {
    const size = this.#numbers.size
    const { starts, targets } = this.#linksBySource()
    const order = new Int32Array(size).fill(-1)
    const low = new Int32Array(size)
    const component = new Int32Array(size).fill(-1)
    const next = Int32Array.from(starts)
    const open: number[] = []
    let count = 0
    for (let root = 0; root < size; root++) {
      if (order[root] !== -1) continue
      const path = [root]
      while (path.length > 0) {
        const at = path.at(-1) as number
        if (order[at] === -1) {
          order[at] = low[at] = count++
          open.push(at)
        }
        const link = next[at] as number
        if (link < (starts[at + 1] as number)) {
          next[at] = link + 1
          const to = targets[link] as number
          if (order[to] === -1) path.push(to)
          else if (component[to] === -1) low[at] = Math.min(low[at] as number, order[to] as number)
          continue
        }
        path.pop()
        const parent = path.at(-1)
        if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[at] as number)
        if (low[at] === order[at]) {
          for (let member = open.pop() as number; ; member = open.pop() as number) {
            component[member] = at
            if (member === at) break
          }
        }
      }
    }
    return component
  }

  #linksBySource(): { starts: Int32Array; targets: Int32Array } {
    const starts = new Int32Array(this.#numbers.size + 1)
    for (const from of this.#from) starts[from + 1] = (starts[from + 1] as number) + 1
    for (let at = 0; at < this.#numbers.size; at++) starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number)
    const targets = new Int32Array(this.#to.length)
    const place = Int32Array.from(starts)
    this.#from.forEach((from, link) => {
      const at = place[from] as number
      targets[at] = this.#to[link] as number
      place[from] = at + 1
    })
    return { starts, targets }
  }
}
