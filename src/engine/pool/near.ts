import { SetNumbers } from './set-numbers.ts'
import type { SkillSets } from './skill-sets.ts'
import { coversAll, type Taught, type UsefulTrainings } from './trainings.ts'

/** Contents that a group may take, by what they ask first: those that ask the same are asked once. */
interface WayIn {
  /** As bits, word by word. */
  readonly asks: Uint32Array
  readonly contents: Taught[]
}

/** People whose terms hold and who miss the same skills. */
interface Group {
  /** The trainings that teach all they miss. */
  readonly waysIn: readonly WayIn[]
  readonly low: number[]
  readonly high: number[]
}

/** People near a vacancy, whom one training may bring within reach, in groups by what they miss. */
export class Near {
  readonly #trainings: UsefulTrainings
  readonly #isGrouping: boolean
  readonly #groups: Group[] = []
  /** The group of each set of missing skills, by number; the first group helps nobody. */
  readonly #numbers: SetNumbers
  readonly #groupOf: number[]

  constructor(trainings: UsefulTrainings, skills: number, isGrouping: boolean) {
    this.#trainings = trainings
    this.#isGrouping = isGrouping
    this.#numbers = new SetNumbers(skills)
    this.#groupOf = []
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

  /** Whether there is anybody. */
  get isEmpty(): boolean {
    return this.#groups.every(({ low, high }) => low.length === 0 && high.length === 0)
  }

  /** Adds to `brings` whom each content brings, two numbers a content: low and high. `prerequisites`: who misses which of them. */
  count(brings: Map<number, [number, number]>, prerequisites: SkillSets): void {
    for (const { waysIn, low, high } of this.#groups) {
      const inLow = countHolding(waysIn, low, prerequisites.words, (row, word) => prerequisites.missingLow(row, word))
      const inHigh = countHolding(waysIn, high, prerequisites.words, (row, word) => prerequisites.missingHigh(row, word))
      for (const [at, { contents }] of waysIn.entries()) {
        for (const { index } of contents) {
          const [wasLow, wasHigh] = brings.get(index) ?? [0, 0]
          brings.set(index, [wasLow + (inLow[at] as number), wasHigh + (inHigh[at] as number)])
        }
      }
    }
  }

  #numberOf(missing: Uint32Array): number {
    const number = this.#numbers.number(missing, () => this.#groupOf.push(this.#newGroup(missing)))
    return this.#groupOf[number] as number
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

/** By way in: how many of these rows miss none of its prerequisites. */
function countHolding(
  waysIn: readonly WayIn[],
  rows: readonly number[],
  words: number,
  missing: (row: number, word: number) => number,
): Uint32Array {
  const counts = new Uint32Array(waysIn.length)
  const lacks = new Uint8Array(waysIn.length)
  const asks = Array.from({ length: words }, (_, word) => Uint32Array.from(waysIn, (way) => way.asks[word] as number))
  for (const row of rows) {
    lacks.fill(0)
    for (let word = 0; word < words; word++) {
      const bits = missing(row, word)
      const asked = asks[word] as Uint32Array
      for (let at = 0; at < asked.length; at++) lacks[at]! |= (bits & (asked[at] as number)) === 0 ? 0 : 1
    }
    for (let at = 0; at < counts.length; at++) counts[at]! += lacks[at] === 0 ? 1 : 0
  }
  return counts
}
