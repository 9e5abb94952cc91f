import { Growing } from '../columns/index.ts'
import { creditOf, evidenceRank, type Gifts, type Outcome } from '../matching/index.ts'
import { startsOfLists } from './course-columns.ts'

/** What is taught and asked: offerings with equal outcomes and prerequisites share one content (ruling 37). */
export interface Content {
  readonly index: number
  /** Demand numbers of the prerequisites. */
  readonly asks: readonly number[]
  /** Credit in 1/1200 by demand. */
  readonly credits: Credits
  /** Demands that the outcomes meet. */
  readonly teaches: SortedNumbers
}

/** What outcomes give one demand. */
export interface Gift {
  readonly demand: number
  readonly meets: boolean
  readonly credit: number
}

/** Numbers in ascending order, each once: a set in little room, as ten thousand contents give a hundred demands something each. */
export class SortedNumbers {
  readonly list: Uint32Array

  /** `list`: ascending, each once. */
  constructor(list: Uint32Array) {
    this.list = list
  }

  has(number: number): boolean {
    return this.placeOf(number) >= 0
  }

  /** -1 where it is not in here. */
  placeOf(number: number): number {
    const { list } = this
    let [from, end] = [0, list.length]
    while (from < end) {
      const middle = (from + end) >>> 1
      if ((list[middle] as number) < number) from = middle + 1
      else end = middle
    }
    return list[from] === number ? from : -1
  }
}

/** Credits by demand. */
export class Credits {
  readonly demands: SortedNumbers
  /** By place among the demands, in 1/1200. */
  readonly list: Uint16Array

  constructor(demands: SortedNumbers, list: Uint16Array) {
    this.demands = demands
    this.list = list
  }

  /** Nought for a demand that it gives nothing. */
  of(demand: number): number {
    const place = this.demands.placeOf(demand)
    return place < 0 ? 0 : (this.list[place] as number)
  }
}

/** What a content is made from. */
interface Draft {
  readonly outcomes: readonly Outcome[]
  readonly prerequisites: readonly { readonly demand: number }[]
}

/** In the order of the drafts. */
export function compileContents(gifts: Gifts, drafts: readonly Draft[]): Content[] {
  const book = new GiftBook(gifts)
  const demands = new Growing(Uint32Array, 'a demand')
  const credits = new Growing(Uint16Array, 'a credit')
  const taught = new Growing(Uint32Array, 'a demand')
  const [given, teaching] = [[0], [0]]
  for (const { outcomes } of drafts) {
    for (const { demand, meets, credit } of book.of(outcomes)) {
      demands.push(demand)
      credits.push(credit)
      if (meets) taught.push(demand)
    }
    given.push(demands.length)
    teaching.push(taught.length)
  }
  const [allDemands, allCredits, allTaught] = [demands.done(), credits.done(), taught.done()]
  return drafts.map(({ prerequisites }, index) => ({
    index,
    asks: [...new Set(prerequisites.map(({ demand }) => demand))],
    credits: new Credits(
      new SortedNumbers(allDemands.subarray(given[index], given[index + 1])),
      allCredits.subarray(given[index], given[index + 1]),
    ),
    teaches: new SortedNumbers(allTaught.subarray(teaching[index], teaching[index + 1])),
  }))
}

/** What outcomes give each demand, in order of demand. */
export function giftsOf(gifts: Gifts, outcomes: readonly Outcome[]): Gift[] {
  return new GiftBook(gifts).of(outcomes)
}

/** Finds gifts, with room that is used for one after another. */
class GiftBook {
  readonly #gifts: Gifts
  /** By demand: nought, or one more than its place in the list at hand. */
  readonly #places: Uint32Array

  constructor(gifts: Gifts) {
    this.#gifts = gifts
    this.#places = new Uint32Array(gifts.need.length)
  }

  /** An outcome is an evidenced claim: it meets no demand for a verified one (ruling 15). */
  of(outcomes: readonly Outcome[]): Gift[] {
    const { start, demand: demands, need, evidence, proves, kinship } = this.#gifts
    const found: { demand: number; meets: boolean; credit: number }[] = []
    for (const { concept, level } of outcomes) {
      const end = start[concept + 1] ?? 0
      for (let at = start[concept] ?? end; at < end; at++) {
        const demand = demands[at] as number
        const least = need[demand] as number
        const meets = proves[at] === 1 && level >= least && (evidence[demand] as number) <= evidenceRank.evidenced
        const credit = creditOf(kinship[at] as number, level, least)
        const known = found[(this.#places[demand] as number) - 1]
        if (known) {
          known.meets ||= meets
          known.credit = Math.max(known.credit, credit)
        } else this.#places[demand] = found.push({ demand, meets, credit })
      }
    }
    for (const { demand } of found) this.#places[demand] = 0
    return found.sort((a, b) => a.demand - b.demand)
  }
}

/** Lists by demand in columns: those of demand `d` stand from `from[d]` to `from[d + 1]`, contents ascending. */
export interface Givers {
  readonly from: Uint32Array
  readonly content: Uint32Array
  /** In 1/1200. */
  readonly credit: Uint16Array
}

/** For each demand the contents that give it something. */
export function giversOf(demands: number, contents: readonly Content[]): Givers {
  const counts = new Array<number>(demands).fill(0)
  for (const { credits } of contents) for (const demand of credits.demands.list) counts[demand]!++
  const from = startsOfLists(counts)
  const content = new Uint32Array(from[demands] as number)
  const credit = new Uint16Array(content.length)
  const next = from.slice()
  for (const { index, credits } of contents) {
    for (let at = 0; at < credits.list.length; at++) {
      const place = next[credits.demands.list[at] as number]!++
      content[place] = index
      credit[place] = credits.list[at] as number
    }
  }
  return { from, content, credit }
}
