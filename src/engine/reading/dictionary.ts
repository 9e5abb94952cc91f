import type { ConceptId } from '../taxonomy/index.ts'
import { type Token, words } from '../text/index.ts'
import { type Care, careFor } from './careful-words.ts'
import { stem } from './stem.ts'

/** A label of a loaded taxonomy. */
export interface Label {
  readonly concept: ConceptId
  /** Left out: a skill. Groups are never read. */
  readonly type?: 'skill' | 'occupation' | 'group'
  readonly label: string
}

/** One label in the dictionary: all concepts that carry it, in the order they came. */
export interface Entry {
  readonly label: string
  readonly concepts: readonly [ConceptId, ...ConceptId[]]
}

/** Where in a text which label stands; positions are UTF-16, `end` is not included. */
export interface Found {
  readonly entry: Entry
  readonly start: number
  readonly end: number
}

/** Labels, so kept that a text is looked up in one pass. Made once per version of the taxonomies. */
export interface Dictionary {
  readonly skills: LabelIndex
  readonly occupations: LabelIndex
}

export interface LabelIndex {
  /** Different labels that can be found. */
  readonly size: number
  /** Labels that mean nothing in a running text: single ordinary words, filler words, figures. */
  readonly refused: number
  /** Every place where a label stands, overlapping ones too. */
  findAll(tokens: readonly Token[], text: string, isOpening: (tokenStart: number) => boolean): Found[]
}

/** Longer labels do not occur word for word. */
const mostWords = 16

/** Indexes labels for `readSkills` and `readOccupations`. 100,000 labels take about half a second. */
export function createDictionary(labels: Iterable<Label>): Dictionary {
  const skills = new Builder()
  const occupations = new Builder()
  for (const label of labels) {
    if (label.type === 'group') continue
    ;(label.type === 'occupation' ? occupations : skills).add(label)
  }
  return { skills: skills.build(), occupations: occupations.build() }
}

interface Kept extends Entry {
  readonly concepts: [ConceptId, ...ConceptId[]]
  /** The folded words with one space between. */
  readonly key: string
  readonly care: Care
  /** The label is also written without any capital, so it is no name. */
  small: boolean
  /** A comma, bracket or colon stands in the label itself, so it may in the text. */
  readonly parted: boolean
}

class Builder {
  /** Labels by the stems of their words; one key has several when only endings differ. */
  readonly #byStems = new Map<string, Kept[]>()
  /** By the first two stems: which numbers of words occur (bit n). Most pairs of words in a text begin no label. */
  readonly #lengths = new Map<string, number>()
  readonly #stems = new Map<string, string>()
  #size = 0
  #refused = 0

  add({ concept, label }: Label): void {
    const plain = onlyPlain.test(label)
    const key = plain ? label.toLowerCase() : words(label).join(' ')
    const cutWords = key === '' ? [] : key.split(' ')
    const care = cutWords.length === 0 || cutWords.length > mostWords ? 'refused' : careFor(cutWords, label)
    if (care === 'refused') {
      this.#refused++
      return
    }
    const stems = this.#stemsOf(key, cutWords)
    const small = plain ? label === key : label === label.toLowerCase()
    const there = this.#byStems.get(stems)
    const same = there?.find((entry) => entry.key === key && (care === 'none' || entry.label === label))
    if (same) {
      same.small ||= small
      if (!same.concepts.includes(concept)) same.concepts.push(concept)
      return
    }
    const kept: Kept = { label, concepts: [concept], key, care, small, parted: !plain && partsWords.test(label) }
    if (there) there.push(kept)
    else this.#byStems.set(stems, [kept])
    if (cutWords.length > 1) this.#rememberLength(stems, cutWords.length)
    this.#size++
  }

  #rememberLength(stems: string, count: number): void {
    const second = stems.indexOf(' ', stems.indexOf(' ') + 1)
    const pair = second < 0 ? stems : stems.slice(0, second)
    this.#lengths.set(pair, (this.#lengths.get(pair) ?? 0) | (1 << count))
  }

  #stemsOf(key: string, cutWords: readonly string[]): string {
    let stems = ''
    let differs = false
    for (const word of cutWords) {
      let root = this.#stems.get(word)
      if (root === undefined) {
        root = stem(word)
        this.#stems.set(word, root)
      }
      differs ||= root !== word
      stems = stems === '' ? root : `${stems} ${root}`
    }
    return differs ? stems : key
  }

  build(): LabelIndex {
    const byStems = this.#byStems
    const lengths = this.#lengths
    return {
      size: this.#size,
      refused: this.#refused,
      findAll(tokens, text, isOpening) {
        const stems = tokens.map((token) => stem(token.text))
        const found: Found[] = []
        const look = (from: number, count: number, key: string): void => {
          const entries = byStems.get(key)
          if (!entries) return
          const entry = bestOf(entries, { tokens: tokens.slice(from, from + count), next: tokens[from + count], text, isOpening })
          if (!entry) return
          const { start } = tokens[from]!
          const { end } = tokens[from + count - 1]!
          found.push({ entry, start, end: opensBracket(text.slice(start, end)) && text[end] === ')' ? end + 1 : end })
        }
        for (let from = 0; from < tokens.length; from++) {
          look(from, 1, stems[from]!)
          const pair = `${stems[from]} ${stems[from + 1]}`
          const mask = lengths.get(pair) ?? 0
          for (let count = 2; mask >> count !== 0 && from + count <= tokens.length; count++) {
            if ((mask >> count) & 1) look(from, count, count === 2 ? pair : stems.slice(from, from + count).join(' '))
          }
        }
        return found
      },
    }
  }
}

const partsWords = /[,:;()[\]]/
/** Most labels: plain words with one space between, which need no cutting. */
const onlyPlain = /^[a-zA-Z0-9]+(?: [a-zA-Z0-9]+)*$/

function opensBracket(words: string): boolean {
  return words.includes('(') && !words.includes(')')
}

interface Place {
  readonly tokens: readonly Token[]
  readonly next: Token | undefined
  readonly text: string
  readonly isOpening: (tokenStart: number) => boolean
}

/** The same words before a plural of them; of equals the first that was added. */
function bestOf(entries: readonly Kept[], place: Place): Kept | undefined {
  const key = place.tokens.length === 1 ? place.tokens[0]!.text : place.tokens.map((token) => token.text).join(' ')
  return (
    entries.find((entry) => entry.key === key && mayStand(entry, place)) ??
    entries.find((entry) => isForm(entry, place) && mayStand(entry, place))
  )
}

const shortestForm = 4

/** `servers` for `Server`, and `server` for `servers`; but never `team` for `Teams` or `window` for `Windows`. */
function isForm({ care, key, small }: Kept, { tokens }: Place): boolean {
  if (care !== 'none') return false
  const labelWords = key.split(' ')
  return tokens.every(({ text }, at) => {
    const word = labelWords[at]!
    return text === word || (text.length >= shortestForm && (small || text.length > word.length))
  })
}

function mayStand(entry: Kept, place: Place): boolean {
  return hangsTogether(entry, place) && !goesOnWithPlus(place) && writtenWell(entry, place)
}

/** A label may run over spaces, hyphens and slashes, not over a comma, a full stop or a white line. */
function hangsTogether({ parted }: Kept, { tokens, text }: Place): boolean {
  for (let at = 1; at < tokens.length; at++) {
    const gap = text.slice(tokens[at - 1]!.end, tokens[at]!.start)
    if (gap === ' ' || gap === '-') continue
    if (/[.!?;•|]|\n\s*\n|\t/.test(gap) || (!parted && partsWords.test(gap))) return false
  }
  return true
}

/** `Security+` and `hbo+` are another thing than the word before the plus. */
function goesOnWithPlus({ tokens, next }: Place): boolean {
  return next?.text === '+' && next.start === tokens.at(-1)!.end
}

function writtenWell(entry: Kept, place: Place): boolean {
  if (entry.care === 'none') return true
  const { start, end } = place.tokens[0]!
  const written = place.text.slice(start, end)
  if (written !== entry.label.trim()) return false
  if (entry.care === 'midSentence') return !place.isOpening(start) || isListed(place.text, end)
  if (entry.care === 'letter') return isLetterOnItsOwn(place.text, start, end)
  return true
}

/** At the start of a sentence `Excel, Word en Access` is a list of names, `Word jij onze collega?` is not. */
function isListed(text: string, end: number): boolean {
  return /^\s*(?:$|[,/;(&+•|\n]|(?:en|and|of|or)\s+\p{Lu})/u.test(text.slice(end, end + 40))
}

/** Not an initial (`R. de Vries`), a driving licence, a vitamin, a grade or half of a compound (`C-level`, `C's`). */
function isLetterOnItsOwn(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 12)
  if (
    /[\p{L}\p{N}][-'’.&]$|[-'’]$/u.test(before) ||
    /^(?:['’]|[-.&][\p{L}\p{N}]|\.\s*(?:\p{Lu}|(?:de|den|der|van|ter|ten|von|el)\s)|\s\d|\s?%)/u.test(after)
  )
    return false
  return !/(?:rijbewijs|licen[cs]e|categorie|category|vitamine?|type|schaal|klasse|class|groep|group|plan|optie|option|niveau|level|series?)\s*[:(]?\s*$/i.test(
    before,
  )
}
