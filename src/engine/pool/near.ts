import type { Scratch } from './scratch.ts'
import { SetNumbers } from './set-numbers.ts'
import type { SkillSets } from './skill-sets.ts'
import { coversAll, type Taught, type UsefulTrainings } from './trainings.ts'

/** Contents that a group may take, by what they ask first: those that ask the same are asked once. */
interface WayIn {
  /** As bits, word by word. */
  readonly asks: Uint32Array
  readonly contents: Taught[]
  /** Whom it brings. */
  low: number
  high: number
}

/** People whose terms hold and who miss the same skills. */
interface Group {
  /** The trainings that teach all they miss. */
  readonly waysIn: readonly WayIn[]
  /** Everything that one of them asks first. */
  readonly asked: Uint32Array
}

type Mode = 'low' | 'high'

/** People near, in the order in which they came, which is that of rows, with the number of the group of each. */
interface Members {
  readonly rows: Uint32Array
  readonly groups: Uint32Array
  length: number
}

/** Sets of missing prerequisites that are remembered at a time. */
const remembered = 2048

/** People near a vacancy, whom one training may bring within reach, in groups by what they miss. */
export class Near {
  readonly #trainings: UsefulTrainings
  readonly #isGrouping: boolean
  readonly #groups: Group[] = []
  readonly #members: Readonly<Record<Mode, Members>>
  /** The group of each set of missing skills, by number; the first group helps nobody. */
  readonly #numbers: SetNumbers
  readonly #groupOf: number[] = []

  /** For at most `size` people. */
  constructor(trainings: UsefulTrainings, size: number, skills: number, isGrouping: boolean, scratch: Scratch) {
    this.#trainings = trainings
    this.#isGrouping = isGrouping
    this.#numbers = new SetNumbers(skills)
    this.#groups.push({ waysIn: [], asked: new Uint32Array(0) })
    const membersIn = (mode: Mode): Members => ({
      rows: scratch.room(`near, ${mode}`, size),
      groups: scratch.room(`group, ${mode}`, size),
      length: 0,
    })
    this.#members = { low: membersIn('low'), high: membersIn('high') }
  }

  /** Whether some training teaches all of these skills: nobody else needs to be looked at. */
  isHelped(missing: Uint32Array): boolean {
    for (let word = 0; word < missing.length; word++) {
      if (((missing[word] as number) & ~(this.#trainings.taught[word] as number)) !== 0) return false
    }
    return this.#numberOf(missing) !== 0
  }

  add(mode: Mode, row: number, missing: Uint32Array): void {
    const group = this.#isGrouping ? this.#numberOf(missing) : this.#newGroup(missing)
    if (group === 0) return
    const members = this.#members[mode]
    members.rows[members.length] = row
    members.groups[members.length++] = group
  }

  /** Everybody near, each once, ascending. */
  get rows(): Uint32Array {
    const { low, high } = this.#members
    const found = new Uint32Array(low.length + high.length)
    let length = 0
    for (let at = 0, to = 0; at < low.length || to < high.length; ) {
      const one = at < low.length ? (low.rows[at] as number) : Number.POSITIVE_INFINITY
      const other = to < high.length ? (high.rows[to] as number) : Number.POSITIVE_INFINITY
      found[length++] = Math.min(one, other)
      if (one <= other) at++
      if (other <= one) to++
    }
    return found.slice(0, length)
  }

  /** Whether there is anybody. */
  get isEmpty(): boolean {
    return this.#members.low.length + this.#members.high.length === 0
  }

  /** Adds to `brings` whom each content brings, two numbers a content: low and high. `prerequisites`: who misses which of them. */
  count(brings: Map<number, [number, number]>, prerequisites: SkillSets): void {
    this.#countHolding('low', prerequisites)
    this.#countHolding('high', prerequisites)
    for (const { waysIn } of this.#groups) {
      for (const { contents, low, high } of waysIn) {
        for (const { index } of contents) {
          const [wasLow, wasHigh] = brings.get(index) ?? [0, 0]
          brings.set(index, [wasLow + low, wasHigh + high])
        }
      }
    }
  }

  /**
   * Who misses none of what a way in asks. Many of a group miss the same: the ways in are held against a set when another one takes
   * its place, once for all who came in between.
   */
  #countHolding(mode: Mode, prerequisites: SkillSets): void {
    const { rows, groups, length } = this.#members[mode]
    const { words } = prerequisites
    const sets = new Uint32Array(remembered * words)
    const groupAt = new Uint32Array(remembered)
    const many = new Uint32Array(remembered)
    const flush = (slot: number): void => {
      const missing = sets.subarray(slot * words, (slot + 1) * words)
      for (const way of this.#groups[groupAt[slot] as number]?.waysIn ?? []) {
        if (!overlap(way.asks, missing)) way[mode] += many[slot] as number
      }
      many[slot] = 0
    }
    const missing = new Uint32Array(words)
    const look = (at: number): void => {
      const group = groups[at] as number
      const { asked } = this.#groups[group] as Group
      let hash = Math.imul(group, 0x85ebca6b)
      for (let word = 0; word < words; word++) {
        const [row, wanted] = [rows[at] as number, asked[word] as number]
        // Most groups ask little of all that is asked.
        if (wanted === 0) missing[word] = 0
        else
          missing[word] = wanted & (mode === 'low' ? prerequisites.missingLow(row, word) : prerequisites.missingHigh(row, word))
        hash = Math.imul(hash ^ (missing[word] as number), 0x9e3779b1)
      }
      const slot = (hash >>> 16) & (remembered - 1)
      let isSame = groupAt[slot] === group
      for (let word = 0; word < words; word++) if (sets[slot * words + word] !== missing[word]) isSame = false
      if (!isSame) {
        flush(slot)
        groupAt[slot] = group
        sets.set(missing, slot * words)
      }
      many[slot]!++
    }
    for (let at = 0; at < length; at++) look(at)
    for (let slot = 0; slot < remembered; slot++) if (many[slot] !== 0) flush(slot)
  }

  #numberOf(missing: Uint32Array): number {
    const number = this.#numbers.find(missing)
    if (number >= 0) return this.#groupOf[number] as number
    this.#numbers.add(missing)
    const group = this.#newGroup(missing)
    this.#groupOf.push(group)
    return group
  }

  #newGroup(missing: Uint32Array): number {
    const waysIn = new Map<string, WayIn>()
    const asked = new Uint32Array(Math.ceil(this.#trainings.asks.length / 32))
    for (const { covers, content, asks } of this.#trainings.list) {
      if (!coversAll(covers, missing)) continue
      const key = asks.join(' ')
      const known = waysIn.get(key)
      if (known) known.contents.push(content)
      else waysIn.set(key, { asks, contents: [content], low: 0, high: 0 })
      for (let word = 0; word < asked.length; word++) asked[word]! |= asks[word] as number
    }
    if (waysIn.size === 0) return 0
    return this.#groups.push({ waysIn: [...waysIn.values()], asked }) - 1
  }
}

function overlap(a: Uint32Array, b: Uint32Array): boolean {
  for (let word = 0; word < a.length; word++) if (((a[word] as number) & (b[word] as number)) !== 0) return true
  return false
}
