import { type Sentence, sentencesOf } from '../text/index.ts'
import type { ClauseKind, TextKind } from './cues.ts'
import { type Heading, headingLength, headingOf, looksLikeHeading, type Section } from './headings.ts'
import { type OwnSection, sectionOfWords } from './sections.ts'

/** A sentence, bullet or heading in its place. */
export interface PlacedSentence extends Sentence {
  /** By its heading and its own words. */
  readonly section: Section
  /** What holds for it where its own words say neither demand nor wish; undefined where nothing tells. */
  readonly above: ClauseKind | undefined
}

/**
 * The sentences of a text in order, each in its section; headings that stand glued to their first sentence are cut off. In a CV only headings
 * tell, for the words are about a person.
 */
export function placedSentences(text: string, of: TextKind = 'vacancy'): PlacedSentence[] {
  let heading: Heading | undefined
  const placed: PlacedSentence[] = []
  for (const sentence of sentencesOf(text)) {
    for (const part of withoutHeading(text, sentence)) {
      const words = text.slice(part.start, part.end)
      const opened = opens(text, part, words)
      // Under what is offered stand many small headings of their own.
      if (opened !== undefined) heading = opened ?? (heading?.section === 'offer' && !words.endsWith('?') ? heading : undefined)
      const { start, end, bullet, ownLine } = part
      const own = of === 'cv' ? undefined : sectionOfWords(words)
      placed.push({
        start,
        end,
        bullet,
        ownLine,
        ...(opened ? under(opened) : placeOf(words, own, part, heading, placed.length === 0)),
      })
    }
  }
  return placed
}

type Place = Pick<PlacedSentence, 'section' | 'above'>

const under = ({ section, kind }: Heading): Place => ({ section, above: kind })
const asides: ReadonlySet<Section> = new Set(['offer', 'organisation', 'procedure'])
const longestTitle = 120

function placeOf(words: string, own: OwnSection | undefined, part: Part, heading: Heading | undefined, isFirst: boolean): Place {
  if (isFirst && own === undefined && part.ownLine && !part.bullet && words.length <= longestTitle && !/[.!?:]$/.test(words)) {
    return { section: 'title', above: heading?.kind }
  }
  if (own === undefined) return heading ? under(heading) : { section: 'unknown', above: undefined }
  // In running text below the demands, the employer speaks of itself again; headings of that are often missing.
  const isAside = asides.has(own.section) && !part.bullet
  const goesFirst = own.isSure || !heading || (isAside && (heading.section === 'demands' || heading.section === 'tasks'))
  if (!goesFirst || own.section === heading?.section) return heading ? under(heading) : { section: own.section, above: undefined }
  return { section: own.section, above: asides.has(own.section) && (own.isSure || heading) ? 'aside' : heading?.kind }
}

/** A heading stands on a line of its own, or says so by its mark or by being cut off; null ends what stood above. */
function opens(text: string, part: Part, words: string): Heading | null | undefined {
  const isBold = text.slice(part.end, part.end + 2) === '**'
  if (part.bullet && part.ownLine && !isBold) return undefined
  if (!part.ownLine && !part.cutOff && !isBold && !/[:?]$/.test(words)) return undefined
  const found = headingOf(words)
  return found ?? (part.ownLine && looksLikeHeading(words, isBold) ? null : undefined)
}

interface Part extends Sentence {
  /** It stood glued to the sentence behind it. */
  readonly cutOff?: boolean
}

function withoutHeading(text: string, sentence: Sentence): Part[] {
  const length = sentence.bullet ? 0 : headingLength(text.slice(sentence.start, sentence.end))
  if (length === 0) return [sentence]
  if (sentence.start + length >= sentence.end) return [{ ...sentence, cutOff: true }]
  const cut = sentence.start + length
  const end = sentence.start + text.slice(sentence.start, cut).replace(/[\s*]+$/, '').length
  const start = cut + (/^[*•-]\s*/.exec(text.slice(cut, cut + 9))?.[0].length ?? 0)
  const title: Part = { ...sentence, end, ownLine: false, cutOff: true }
  return start < sentence.end ? [title, { ...sentence, start, ownLine: false }] : [title]
}
