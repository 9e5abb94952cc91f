import sax, { type QualifiedTag, type SAXParser } from 'sax'
import { Invalid } from '../../../platform/index.ts'

const deepest = 64
/** Of one element that is asked for, with all that is in it. */
const longestElement = 1_000_000

/** An element of the file as text, and the line it begins on. */
export interface XmlPiece {
  readonly xml: string
  readonly line: number
  /** The namespace of the element. */
  readonly uri: string
}

/**
 * The elements of one name in an XML text, wherever they stand, each as text, streamed: only one of them is in memory at a time. No document
 * type, no entities beyond the five of XML itself, and nothing is fetched.
 *
 * @param text in pieces; whole characters
 * @throws Invalid with the line, when it is no XML, has a document type, nests more than 64 deep, or one element is longer than a million characters
 */
export async function* elementsNamed(local: string, name: string, text: AsyncIterable<string>): AsyncGenerator<XmlPiece> {
  const reader = new Reader(local, name)
  for await (const piece of text) {
    reader.write(piece)
    yield* reader.taken()
    if (reader.failed) throw reader.failed
  }
  reader.close()
  yield* reader.taken()
  if (reader.failed) throw reader.failed
}

class Reader {
  readonly #local: string
  readonly #name: string
  readonly #parser: SAXParser
  readonly #done: XmlPiece[] = []
  /** Text from `#from` on that a started element may need, or that the parser has not yet passed. */
  #text = ''
  #from = 0
  #depth = 0
  #root = ''
  #open: { readonly start: number; readonly depth: number; readonly line: number; readonly uri: string } | undefined
  #failed: Invalid | undefined

  constructor(local: string, name: string) {
    this.#local = local
    this.#name = name
    // `strictEntities`: nothing but &amp; &lt; &gt; &apos; &quot; and characters by number.
    const options = { xmlns: true, position: true, strictEntities: true }
    this.#parser = sax.parser(true, options)
    this.#parser.onopentag = (tag) => this.#opened(tag as QualifiedTag)
    this.#parser.onclosetag = () => this.#closed()
    this.#parser.ondoctype = () => this.#fail(this.#hasDoctype())
    this.#parser.onerror = (error) => this.#fail(this.#broken(error))
  }

  write(piece: string): void {
    this.#text += piece
    this.#parser.write(piece)
    if (!this.#failed) this.#keepOnlyWhatCounts()
  }

  /** The element that is open, or else the tag that may just have begun. */
  #keepOnlyWhatCounts(): void {
    const last = this.#text.lastIndexOf('<')
    const from = this.#open ? this.#open.start - this.#from : last === -1 ? this.#text.length : last
    if (this.#text.length - from > longestElement) this.#fail(this.#tooLong())
    this.#text = this.#text.slice(from)
    this.#from += from
  }

  close(): void {
    this.#parser.close()
    if (this.#root === '') this.#failed ??= new Invalid(this.#name, `${this.#name} is empty: there is no XML in it.`)
  }

  /** The fault after which nothing more is read; what came before it is whole. */
  get failed(): Invalid | undefined {
    return this.#failed
  }

  *taken(): Generator<XmlPiece> {
    yield* this.#done.splice(0)
  }

  #opened(tag: QualifiedTag): void {
    if (this.#failed) return
    this.#depth++
    if (this.#root === '') this.#root = tag.name
    if (this.#depth > deepest) this.#fail(this.#at(`elements nest more than ${deepest} deep. No vacancy does.`))
    if (this.#open || tag.local !== this.#local) return
    const start = this.#parser.startTagPosition - 1
    this.#open = { start, depth: this.#depth, line: this.#parser.line + 1, uri: tag.uri }
  }

  #closed(): void {
    if (this.#failed) return
    if (this.#open?.depth === this.#depth) {
      const { start, line, uri } = this.#open
      const xml = this.#text.slice(start - this.#from, this.#parser.position - this.#from)
      if (xml.length > longestElement) this.#fail(this.#tooLong())
      else this.#done.push({ xml, line, uri })
      this.#open = undefined
    }
    this.#depth--
  }

  /** The first fault counts; what the parser says after it does not. */
  #fail(error: Invalid): void {
    this.#failed ??= error
    this.#parser.error = null as never
  }

  #at(what: string): Invalid {
    const line = this.#parser.line + 1
    return new Invalid(`${this.#name}:${line}`, `${this.#name}, line ${line}: ${what}`)
  }

  #hasDoctype(): Invalid {
    return this.#at(
      'there is a document type (<!DOCTYPE) here. It can make a file do other things than be read, so it is refused. Take it out.',
    )
  }

  #tooLong(): Invalid {
    return this.#at(`a vacancy is longer than ${longestElement / 1_000_000} million characters.`)
  }

  #broken(error: Error): Invalid {
    const said = error.message.split('\n')[0] ?? ''
    if (/doctype/i.test(said)) return this.#hasDoctype()
    if (/entity/i.test(said))
      return this.#at('an entity (&name;) that XML itself does not have. Write the character itself, or by its number.')
    return this.#at(`this is not well-formed XML: ${said.replace(/\.$/, '')}.`)
  }
}
