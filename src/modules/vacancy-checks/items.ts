import { normalise } from '../../engine/text/index.ts'
import type { CheckedText, Mark, Span } from './check.ts'
import type { TextDemand } from './demands-of.ts'

/** A place to look at before it has counts: a mark with its demands, or a demand that nothing is said of. */
export interface Item {
  readonly key: string
  /** `1`, `2`, ... for demands; `a`, `b`, ... for the rest. */
  readonly sign: string
  readonly place?: Span
  readonly mark?: Mark
  readonly demands: readonly string[]
}

/** Marks and demands of a text as one row of items, in the order of the text, numbered. */
export function itemsOf(checked: CheckedText, marks: readonly Mark[], demands: readonly TextDemand[]): Item[] {
  const known = new Set(demands.map(({ demand }) => demand))
  const claimed = new Set<string>()
  const ofMarks = marks.map((mark): Omit<Item, 'sign' | 'key'> => {
    const own = mark.demands.filter((demand) => known.has(demand))
    for (const demand of own) claimed.add(demand)
    return { place: { start: mark.start, end: mark.end }, mark, demands: own }
  })
  const ofDemands = demands
    .filter(({ demand }) => !claimed.has(demand))
    .map(({ demand, place }): Omit<Item, 'sign' | 'key'> => ({ ...(place ? { place } : {}), demands: [demand] }))
  const end = checked.text.length
  const inOrder = [...ofMarks, ...ofDemands].sort((a, b) => (a.place?.start ?? end) - (b.place?.start ?? end))
  return withSigns(withKeys(inOrder))
}

/** What an employer allowed with a reason is known again by check and words, wherever they stand; the same words twice are two items. */
function withKeys(items: readonly Omit<Item, 'sign' | 'key'>[]): Omit<Item, 'sign'>[] {
  const times = new Map<string, number>()
  return items.map((item) => {
    const name = item.mark ? `${item.mark.check}:${normalise(item.mark.words)}` : `demand:${item.demands[0]}`
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return { ...item, key: time === 1 ? name : `${name}#${time}` }
  })
}

function withSigns(items: readonly Omit<Item, 'sign'>[]): Item[] {
  let [digits, letters] = [0, 0]
  return items.map((item) => ({ ...item, sign: item.demands.length > 0 ? String(++digits) : letterOf(letters++) }))
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz'

/** a .. z, aa, ab, ... */
function letterOf(at: number): string {
  const last = alphabet[at % alphabet.length] ?? ''
  return at < alphabet.length ? last : letterOf(Math.floor(at / alphabet.length) - 1) + last
}
