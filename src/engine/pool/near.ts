import { coversAll, type Prerequisites, type Taught, type UsefulTrainings } from './trainings.ts'

/** Contents that a group may take, by what they ask first: those that ask the same are asked once. */
interface WayIn {
  readonly asks: readonly number[]
  readonly contents: Taught[]
}

/** People whose terms hold and who miss the same skills. */
interface Group {
  /** The trainings that teach all they miss. */
  readonly waysIn: readonly WayIn[]
  readonly low: number[]
  readonly high: number[]
}

/** Skills up to which a set is looked up in a table instead of a map. */
const mostInTable = 16

/** People near a vacancy, whom one training may bring within reach, in groups by what they miss. */
export class Near {
  readonly #trainings: UsefulTrainings
  readonly #isGrouping: boolean
  readonly #groups: Group[] = []
  /** By set of missing skills: 0 not looked at, else number of the group + 1; the first group helps nobody. */
  readonly #table: Uint32Array | undefined
  readonly #map = new Map<string, number>()

  constructor(trainings: UsefulTrainings, skills: number, isGrouping: boolean) {
    this.#trainings = trainings
    this.#isGrouping = isGrouping
    this.#table = skills <= mostInTable ? new Uint32Array(2 ** skills) : undefined
    this.#groups.push({ waysIn: [], low: [], high: [] })
  }

  /** Whether some training teaches all of these skills: nobody else needs to be looked at. */
  isHelped(missing: Uint32Array): boolean {
    for (let word = 0; word < missing.length; word++) {
      if (((missing[word] as number) & ~(this.#trainings.taught[word] as number)) !== 0) return false
    }
    return this.#numberOf(missing) !== 0
  }

  add(mode: 'low' | 'high', row: number, missing: Uint32Array): void {
    const number = this.#isGrouping ? this.#numberOf(missing) : this.#newGroup(missing)
    if (number !== 0) this.#groups[number]?.[mode].push(row)
  }

  /** Adds to `brings` whom each content brings, two numbers a content: low and high. */
  count(brings: Map<number, [number, number]>, prerequisites: Prerequisites): void {
    for (const { waysIn, low, high } of this.#groups) {
      const counts = waysIn.map((): [number, number] => [0, 0])
      for (const row of low) for (const [at, { asks }] of waysIn.entries()) if (prerequisites.holdLow(row, asks)) counts[at]![0]++
      for (const row of high)
        for (const [at, { asks }] of waysIn.entries()) if (prerequisites.holdHigh(row, asks)) counts[at]![1]++
      for (const [at, { contents }] of waysIn.entries()) {
        for (const { index } of contents) {
          const [wasLow, wasHigh] = brings.get(index) ?? [0, 0]
          brings.set(index, [wasLow + counts[at]![0], wasHigh + counts[at]![1]])
        }
      }
    }
  }

  #numberOf(missing: Uint32Array): number {
    if (this.#table) {
      const set = missing[0] ?? 0
      const known = this.#table[set] as number
      if (known !== 0) return known - 1
      const number = this.#newGroup(missing)
      this.#table[set] = number + 1
      return number
    }
    const key = missing.join(' ')
    const known = this.#map.get(key)
    if (known !== undefined) return known
    const number = this.#newGroup(missing)
    this.#map.set(key, number)
    return number
  }

  #newGroup(missing: Uint32Array): number {
    const waysIn = new Map<string, WayIn>()
    for (const { covers, content, asks } of this.#trainings.list) {
      if (!coversAll(covers, missing)) continue
      const key = asks.join(' ')
      const known = waysIn.get(key)
      if (known) known.contents.push(content)
      else waysIn.set(key, { asks, contents: [content] })
    }
    if (waysIn.size === 0) return 0
    return this.#groups.push({ waysIn: [...waysIn.values()], low: [], high: [] }) - 1
  }
}
