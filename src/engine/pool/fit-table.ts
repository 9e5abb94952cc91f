import { type CompiledVacancy, creditOf, type Market } from '../matching/index.ts'
import { type Graph, whole } from '../taxonomy/index.ts'
import { codeCount, lowLevels } from './grades.ts'
import { entriesOf } from './postings.ts'
import { type Postings, pageBits, type Segment } from './segment.ts'

const mostLevel = 4

/**
 * What each concept is worth for the requirements of one vacancy: the kin tables of the requirements read the other way round,
 * so that one pass over what somebody holds gives the low fit. Within a requirement the best claim counts, then they add up.
 */
export class FitTable {
  /** Numerator of a perfect fit. */
  readonly whole: number
  /** By essential: by how much at least its being missing keeps low fit from being perfect. */
  readonly loss: Float64Array
  /** 1: the concept counts for something. */
  readonly #counts: Uint8Array
  /** Entries of each concept from here; one more at the end. */
  readonly #start: Uint32Array
  readonly #requirement: Uint8Array | Uint16Array
  /** Credit by `entry * 5 + level`. */
  readonly #credit: Int16Array
  readonly #weights: Float64Array
  readonly #kin: readonly { readonly weight: number; readonly lists: readonly CreditList[] }[]
  /** Best credit so far of the person looked at, by requirement. */
  readonly #best: Int16Array

  constructor({ graph, demands }: Market, { requirements, essentials, fitOutOf }: CompiledVacancy) {
    const concepts = graph.size
    this.whole = fitOutOf
    this.loss = Float64Array.from(
      essentials,
      ({ demand, weight }) => weight * (whole - mostCreditMissing(graph, demands.get(demand))),
    )
    this.#weights = Float64Array.from(requirements, ({ weight }) => weight)
    this.#best = new Int16Array(requirements.length)
    const asked = requirements.map(({ demand }) => demands.get(demand))
    this.#start = new Uint32Array(concepts + 1)
    const kin = asked.map(({ concept }) => graph.kinOf(concept))
    for (const entries of kin) for (const { claim } of entries) this.#start[claim + 1]!++
    for (let concept = 0; concept < concepts; concept++) this.#start[concept + 1]! += this.#start[concept] as number
    this.#counts = new Uint8Array(concepts)
    for (const entries of kin) for (const { claim } of entries) this.#counts[claim] = 1
    this.#kin = kin.map((entries, at) => ({
      weight: requirements[at]?.weight ?? 0,
      lists: entries.map(({ claim, kinship }) => ({ claim, credits: creditsByCode(kinship, asked[at]?.need ?? 1) })),
    }))
    const next = this.#start.slice()
    const size = this.#start[concepts] as number
    this.#requirement = requirements.length <= 256 ? new Uint8Array(size) : new Uint16Array(size)
    this.#credit = new Int16Array(size * (mostLevel + 1))
    for (const [at, entries] of kin.entries()) {
      for (const { claim, kinship } of entries) {
        const entry = next[claim]!++
        this.#requirement[entry] = at
        for (let level = 1; level <= mostLevel; level++) {
          this.#credit[entry * (mostLevel + 1) + level] = creditOf(kinship, level, asked[at]?.need ?? 1)
        }
      }
    }
  }

  /** How many entries of lists `fitsByLists` reads. */
  listed(segment: Segment): number {
    return this.#kin.reduce((sum, { lists }) => sum + lists.reduce((all, { claim }) => all + entriesOf(segment, claim), 0), 0)
  }

  /**
   * Numerators of low fit of everybody, by row: requirement by requirement, from the lists of who holds what counts for it. Page by page,
   * so that what is written lies near until the page is done. Whatever both arrays hold is written over; `best` is working memory.
   */
  fitsByLists(segment: Segment, fits: Uint32Array, best: Uint32Array): void {
    const { size, concepts, postings } = segment
    for (let page = 0; page < postings.pages; page++) {
      const base = page << pageBits
      const end = Math.min(size, base + (1 << pageBits))
      fits.fill(0, base, end)
      best.fill(0, base, end)
      for (const [requirement, { weight, lists }] of this.#kin.entries()) {
        // The best credit so far of this requirement lies above its floor; what an earlier one left lies below.
        const floor = requirement * creditEnd
        for (const { claim, credits } of lists) {
          if (claim >= concepts) continue
          const run = page * concepts + claim
          addBest(
            postings,
            postings.start[run] as number,
            postings.start[run + 1] as number,
            base,
            credits,
            floor,
            weight,
            fits,
            best,
          )
        }
      }
    }
  }

  /** Numerator of low fit. */
  fitLow({ claimStart, claimConcept, claimCode }: Segment, row: number): number {
    const best = this.#best
    const end = claimStart[row + 1] as number
    for (let at = claimStart[row] as number; at < end; at++) {
      const concept = claimConcept[at] as number
      if (this.#counts[concept] === 0) continue
      const last = this.#start[concept + 1] as number
      for (let entry = this.#start[concept] as number; entry < last; entry++) {
        const credit = this.#credit[entry * (mostLevel + 1) + (levelOfCode[claimCode[at] as number] as number)] as number
        const requirement = this.#requirement[entry] as number
        if (credit > (best[requirement] as number)) best[requirement] = credit
      }
    }
    let fit = 0
    for (let at = 0; at < best.length; at++) {
      fit += (this.#weights[at] as number) * (best[at] as number)
      best[at] = 0
    }
    return fit
  }
}

/** Who holds a concept, with the credit of each code for one requirement. */
interface CreditList {
  readonly claim: number
  readonly credits: Uint32Array
}

const creditsKnown = new Map<number, Uint32Array>()

/** Few kinships and few levels are asked for, again and again. */
function creditsByCode(kinship: number, need: number): Uint32Array {
  const key = kinship * (mostLevel + 1) + need
  const known = creditsKnown.get(key)
  if (known) return known
  const credits = Uint32Array.from(levelOfCode, (level) => (level === 0 ? 0 : creditOf(kinship, level, need)))
  creditsKnown.set(key, credits)
  return credits
}

/** Above every credit. */
const creditEnd = 2048

function addBest(
  { holder, code }: Postings,
  from: number,
  end: number,
  base: number,
  credits: Uint32Array,
  floor: number,
  weight: number,
  fits: Uint32Array,
  best: Uint32Array,
): void {
  for (let at = from; at < end; at++) {
    const row = base + (holder[at] as number)
    const before = Math.max(best[row] as number, floor)
    const now = floor + (credits[code[at] as number] as number)
    if (now <= before) continue
    best[row] = now
    fits[row]! += weight * (now - before)
  }
}

/** The most credit that somebody can have who does not meet a demand. Where a proof is asked the level may be there: all of it. */
function mostCreditMissing(graph: Graph, { concept, need, evidence }: ReturnType<Market['demands']['get']>): number {
  if (evidence > 0) return whole
  let most = 0
  for (const { kinship, how } of graph.kinOf(concept)) {
    const isProof = how === 'same' || how === 'specific'
    most = Math.max(most, isProof ? creditOf(kinship, need - 1, need) : kinship)
  }
  return most
}

/** The lower end of an answer, proof left aside: proof gates, it does not shape fit. */
const levelOfCode: Uint8Array = lowLevels[0] ?? new Uint8Array(codeCount)
