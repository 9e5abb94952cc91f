import { coversAll, type Prerequisites, type Useful, type UsefulTrainings } from './trainings.ts'

/** People whose terms hold and who miss the same skills. */
interface Group {
  /** The trainings that teach all they miss. */
  readonly helpful: readonly Useful[]
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
    this.#groups.push({ helpful: [], low: [], high: [] })
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
    for (const { helpful, low, high } of this.#groups) {
      for (const useful of helpful) {
        const found = brings.get(useful.content.index) ?? [0, 0]
        if (useful.asks.length === 0) {
          found[0] += low.length
          found[1] += high.length
        }
        brings.set(useful.content.index, found)
      }
      const asking = helpful.filter(({ asks }) => asks.length > 0)
      if (asking.length === 0) continue
      const counts = asking.map(({ content }) => brings.get(content.index) as [number, number])
      for (const row of low) for (const [at, useful] of asking.entries()) if (prerequisites.holdLow(row, useful)) counts[at]![0]++
      for (const row of high)
        for (const [at, useful] of asking.entries()) if (prerequisites.holdHigh(row, useful)) counts[at]![1]++
    }
  }

  #numberOf(missing: Uint32Array): number {
    if (this.#table) {
      const set = missing[0] as number
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
    const helpful = this.#trainings.list.filter(({ covers }) => coversAll(covers, missing))
    if (helpful.length === 0) return 0
    return this.#groups.push({ helpful, low: [], high: [] }) - 1
  }
}
