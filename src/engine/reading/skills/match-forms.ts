import type { FormIndex } from './form-index.ts'
import type { Passage } from './passage.ts'

/** What the words of a passage share with the forms of one skill. Tokens are numbers in the passage, `last` included. */
export interface Match {
  skill: number
  /** Best cosine of a stretch of at most seven words with a form; which form, and where. */
  cosine: number
  form: number
  first: number
  last: number
  /** Best cosine of the passage as a whole with a form. */
  whole: number
  /** Largest share of a form that stands somewhere in the passage, and the weight of what stands there of that form. */
  coverage: number
  covered: number
  /** The same of preferred labels only. */
  preferredCosine: number
  preferredCoverage: number
  /** Weight of the heaviest form that stands word for word in the passage. */
  phrase: number
}

export const longestWindow = 7
/** Stretches are looked at between this many places of one form: texts that repeat a word a thousand times are no reason to stall. */
const mostPlaces = 24

/** Finds matches; keeps its working space between passages, so one per thread. */
export interface FormMatcher {
  /** @param leastCoverage forms of which a smaller share stands in the passage are passed over */
  match(passage: Passage, leastCoverage: number): Match[]
}

export function createFormMatcher(index: FormIndex): FormMatcher {
  const covered = new Float32Array(index.skillOf.length)
  const placeOf = new Int32Array(index.weight.length).fill(-1)
  const slotOf = new Int32Array(index.skills.length).fill(-1)
  return {
    match(passage, leastCoverage) {
      const touched = cover(passage, index, covered, placeOf)
      const places = placesByKey(passage, placeOf)
      const matches: Match[] = []
      const total = passage.before.at(-1)!
      for (const form of touched) {
        const shared = covered[form]!
        covered[form] = 0
        if (shared < leastCoverage * index.norm[form]!) continue
        const skill = index.skillOf[form]!
        let slot = slotOf[skill]!
        if (slot < 0) {
          slot = matches.length
          slotOf[skill] = slot
          matches.push(noMatch(skill))
        }
        improve(matches[slot]!, form, shared, { index, passage, places, placeOf, total })
      }
      for (const { skill } of matches) slotOf[skill] = -1
      for (const key of passage.keys) placeOf[key] = -1
      return matches
    },
  }
}

function noMatch(skill: number): Match {
  return {
    skill,
    cosine: 0,
    form: -1,
    first: 0,
    last: 0,
    whole: 0,
    coverage: 0,
    covered: 0,
    preferredCosine: 0,
    preferredCoverage: 0,
    phrase: 0,
  }
}

/** Adds to every form the weights of its keys that stand in the passage; gives the forms touched. Numbers the different keys in `placeOf`. */
function cover(passage: Passage, index: FormIndex, covered: Float32Array, placeOf: Int32Array): number[] {
  const touched: number[] = []
  let different = 0
  for (const key of passage.keys) {
    if (placeOf[key]! >= 0) continue
    placeOf[key] = different++
    const weight = index.weight[key]!
    for (let at = index.holdersFrom[key]!; at < index.holdersFrom[key + 1]!; at++) {
      const form = index.holders[at]!
      if (covered[form] === 0) touched.push(form)
      covered[form] = covered[form]! + weight
    }
  }
  return touched
}

/** Tokens at which each different key stands. */
function placesByKey(passage: Passage, placeOf: Int32Array): number[][] {
  const places: number[][] = []
  for (const [at, key] of passage.keys.entries()) {
    const place = placeOf[key]!
    const tokens = places[place]
    if (!tokens) places[place] = [passage.tokenOf[at]!]
    else if (tokens.length < mostPlaces) tokens.push(passage.tokenOf[at]!)
  }
  return places
}

interface Look {
  readonly index: FormIndex
  readonly passage: Passage
  readonly places: readonly number[][]
  readonly placeOf: Int32Array
  readonly total: number
}

function improve(match: Match, form: number, shared: number, look: Look): void {
  const norm = look.index.norm[form]!
  const isPreferred = look.index.preferred[form] === 1
  const coverage = shared / norm
  const whole = look.total === 0 ? 0 : shared / Math.sqrt(norm * look.total)
  if (coverage > match.coverage || (coverage === match.coverage && shared > match.covered)) {
    match.coverage = coverage
    match.covered = shared
  }
  if (whole > match.whole) match.whole = whole
  if (isPreferred && coverage > match.preferredCoverage) match.preferredCoverage = coverage
  // A stretch that holds nothing else at all would still reach no more than this.
  const bound = Math.sqrt(coverage)
  if (bound < match.cosine && (!isPreferred || bound < match.preferredCosine)) return
  const best = bestStretch(form, look)
  const cosine = best.value / Math.sqrt(norm)
  if (isPreferred && cosine > match.preferredCosine) match.preferredCosine = cosine
  if (cosine > 0.999 && norm > match.phrase) match.phrase = norm
  if (cosine < match.cosine || (cosine === match.cosine && (match.form < 0 || norm <= look.index.norm[match.form]!))) return
  match.cosine = cosine
  match.form = form
  match.first = best.first
  match.last = best.last
}

interface Stretch {
  readonly value: number
  readonly first: number
  readonly last: number
}

interface Place {
  readonly token: number
  readonly key: number
}

/** The stretch of at most seven words that looks most like the form: shared weight over the root of its own. */
function bestStretch(form: number, { index, passage, places, placeOf }: Look): Stretch {
  const all: Place[] = []
  for (let at = index.keysFrom[form]!; at < index.keysFrom[form + 1]!; at++) {
    const place = placeOf[index.keys[at]!]!
    if (place >= 0) for (const token of places[place]!) all.push({ token, key: index.keys[at]! })
  }
  all.sort((a, b) => a.token - b.token)
  let best: Stretch = { value: 0, first: 0, last: 0 }
  for (let from = 0; from < all.length; from++) {
    const { token: first } = all[from]!
    const inside: number[] = []
    let shared = 0
    for (let to = from; to < all.length && all[to]!.token - first < longestWindow; to++) {
      const { token: last, key } = all[to]!
      if (inside.includes(key)) continue
      inside.push(key)
      shared += index.weight[key]!
      // More of the same token may follow; the last of them gives the true figure, the others a lower one.
      const own = passage.before[last + 1]! - passage.before[first]!
      const value = own > 0 ? shared / Math.sqrt(own) : 0
      if (value > best.value) best = { value, first, last }
    }
  }
  return best
}
