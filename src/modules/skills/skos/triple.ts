import { Invalid } from '../../../platform/index.ts'

/** One statement of a file. Blank nodes are written `_:…`. */
export interface Triple {
  readonly subject: string
  readonly property: string
  readonly object: TripleObject
  /** Where it stood; undefined where the format does not tell. */
  readonly line?: number
}

export type TripleObject =
  | { readonly node: string }
  | { readonly text: string; readonly language: string; readonly datatype: string }

/** A term as the parsers give it (RDF/JS). */
interface Term {
  readonly termType: string
  readonly value: string
  readonly language?: string
  readonly datatype?: { readonly value: string }
}

export interface Quad {
  readonly subject: Term
  readonly predicate: Term
  readonly object: Term
}

/** So many characters may be read without one statement that ends; so deep may things nest. No taxonomy comes near. */
export const longestStatement = 2_000_000
export const deepest = 100

const plainText = 'http://www.w3.org/2001/XMLSchema#string'

/** Undefined for what SKOS does not use: statements about statements. */
export function toTriple({ subject, predicate, object }: Quad, line?: number): Triple | undefined {
  const from = nodeOf(subject)
  const to = object.termType === 'Literal' ? literalOf(object) : nodeOf(object)
  if (from === undefined || to === undefined) return undefined
  return {
    subject: from,
    property: predicate.value,
    object: typeof to === 'string' ? { node: to } : to,
    ...(line === undefined ? {} : { line }),
  }
}

function nodeOf({ termType, value }: Term): string | undefined {
  // The record cannot hold U+0000 nor half a character. What is put in its place makes the URI one that is refused, with its reason.
  if (termType === 'NamedNode') return value.toWellFormed().replaceAll('\u0000', '\ufffd')
  return termType === 'BlankNode' ? `_:${value.toWellFormed().replaceAll('\u0000', '\ufffd')}` : undefined
}

function literalOf({ value, language = '', datatype }: Term): TripleObject {
  const type = datatype?.value ?? plainText
  return { text: value, language, datatype: language !== '' || type === plainText ? '' : type }
}

/** What a parser said, so that it can be shown and kept. */
export function saidBy(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  return said
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, 200)
}

export function tooDeep(name: string, line?: number): Invalid {
  const where = line === undefined ? name : `${name}, line ${line}`
  return new Invalid(name, `${where}: the text nests more than ${deepest} deep. No taxonomy does.`)
}

export function tooLong(name: string, line: number): Invalid {
  return new Invalid(
    `${name}:${line}`,
    `${name}, line ${line}: more than ${longestStatement / 1_000_000} MB went by without one statement that ends. A quote or bracket is not closed, or this is no taxonomy.`,
  )
}

/**
 * Text in pieces, most of them a line, each with the number of its first line. A parser reads what it could not use yet again with every
 * piece: pieces as long as that keep this in a straight line.
 */
export async function* linePieces(
  name: string,
  text: AsyncIterable<string>,
  charactersWaiting: () => number,
): AsyncGenerator<{ readonly text: string; readonly line: number }> {
  let rest = ''
  let line = 1
  for await (const more of text) {
    rest += more
    let from = 0
    for (;;) {
      const waiting = charactersWaiting()
      if (waiting > longestStatement) throw tooLong(name, line)
      const end = endOfPiece(rest, from, waiting)
      if (end === -1) break
      const piece = rest.slice(from, end)
      from = end
      yield { text: piece, line }
      line += piece.split('\n').length - 1
    }
    rest = rest.slice(from)
  }
  if (rest !== '') yield { text: rest, line }
}

const longestPiece = 4096

/** After the next line end behind what waits, or where the piece is long enough; -1 while there is less. */
function endOfPiece(text: string, from: number, waiting: number): number {
  const least = from + waiting
  const most = Math.max(from + longestPiece, least)
  const end = text.indexOf('\n', least) + 1
  if (end > 0 && end <= most) return end
  return text.length >= most && text.length > from ? most : -1
}
