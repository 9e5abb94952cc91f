/** A text without escapes, marks of bold and invisible characters, and how to find a place of it back in the text as it was given. */
export interface PlainText {
  readonly text: string
  /** Where each character stood, in rising order; undefined when nothing was left out. */
  readonly places: Int32Array | undefined
}

/** Backslashes before a sign (`€3\.000 \- €4\.000`, from a conversion to Markdown), stars of bold, and characters that nobody sees. */
const leftOut = /\\(?=[!-/:-@[-`{-~])|\*{2,3}|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
const spaces = /[\u00a0\u2000-\u200a\u202f\u3000\t]/g
const dashes = /[\u2010-\u2015\u2212]/g
const apostrophes = /[\u2018\u2019\u02bc\u00b4`]/g

/** One kind of space, dash and apostrophe, and nothing that nobody sees; case, accents and line ends stay. Linear in the text. */
export function plainOf(given: string): PlainText {
  const same = given.replace(spaces, ' ').replace(dashes, '-').replace(apostrophes, "'")
  const parts: string[] = []
  const places = new Int32Array(given.length)
  let [from, length] = [0, 0]
  const keep = (to: number): void => {
    for (let at = from; at < to; at++) places[length++] = at
    if (to > from) parts.push(same.slice(from, to))
  }
  for (const { index, 0: signs } of same.matchAll(leftOut)) {
    keep(index)
    from = index + signs.length
  }
  if (from === 0) return { text: same, places: undefined }
  keep(same.length)
  return { text: parts.join(''), places: places.subarray(0, length) }
}

interface Span {
  readonly start: number
  readonly end: number
}

/** The place in the given text of a piece of the plain one. */
export function givenSpan({ places }: PlainText, { start, end }: Span): Span {
  return places === undefined || start >= end ? { start, end } : { start: places[start]!, end: places[end - 1]! + 1 }
}

/** The place in the plain text of a piece of the given one. */
export function plainSpan({ places }: PlainText, { start, end }: Span): Span {
  return places === undefined ? { start, end } : { start: firstFrom(places, start), end: firstFrom(places, end) }
}

function firstFrom(places: Int32Array, given: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! < given) low = middle + 1
    else high = middle
  }
  return low
}
