import { Readable } from 'node:stream'
import { chain, none } from 'stream-chain'
import Assembler from 'stream-json/assembler.js'
import { jsonParser, type Token } from 'stream-json/parser.js'
import { Invalid } from '../../platform/index.ts'
import { decodePieces } from './decode-text.ts'
import { recordStart } from './import-run.ts'

/** One item of a JSON file. */
export interface JsonItem {
  /** `offerings.json: item 3`; the file alone when it holds one. */
  readonly place: string
  /** The field of the top-level object whose list it stood in. */
  readonly list?: string
  readonly value: unknown
}

export interface JsonItemsOptions {
  /** Of the file, for messages. */
  readonly name: string
  /**
   * Fields of a top-level object whose items are streamed, as `items` of a page of an API or `@graph`. An object without any of these is one item.
   */
  readonly lists: readonly string[]
  /** Told of every other field of the top-level object, as it is read. */
  readonly onField?: (field: string, value: unknown) => void
}

const deepest = 100
const longestItemCharacters = 4_000_000

/**
 * The items of a JSON text, streamed: of a list, of the named lists of one object, or that one object itself. Memory stays flat however many
 * there are.
 *
 * @throws Invalid when it is no JSON, nests more than 100 deep, or an item is longer than 4 MB
 */
export async function* readJsonItems(
  bytes: AsyncIterable<Buffer | Uint8Array>,
  options: JsonItemsOptions,
): AsyncGenerator<JsonItem> {
  const { name } = options
  const items = new Items(options)
  const stages = chain([jsonParser(), (token: Token) => items.take(token)] as never)
  const input = Readable.from(watched(name, bytes, items))
  let failed: unknown
  input.on('error', (error) => {
    failed = error
    stages.destroy(error)
  })
  input.pipe(stages)
  try {
    for await (const item of stages as AsyncIterable<JsonItem>) yield item
  } catch (error) {
    throw failed ?? (error instanceof Invalid ? error : items.isEmpty ? nothing(name) : notJson(name, error))
  } finally {
    input.destroy()
    stages.destroy()
  }
  yield* items.end()
}

/** Passes the text on, and stops when one item grows without end. */
async function* watched(name: string, bytes: AsyncIterable<Buffer | Uint8Array>, items: Items): AsyncGenerator<string> {
  for await (const text of decodePieces(name, bytes)) {
    items.read += text.trim() === '' ? 0 : text.length
    if (items.read > longestItemCharacters) throw items.tooLong()
    yield text
  }
}

/** Gathers tokens into items. */
class Items {
  /** Characters read since the last item ended; about, since the text is read ahead. */
  read = 0
  isStreaming = false
  readonly #options: JsonItemsOptions
  #assembler: Assembler | undefined
  readonly #rest = new Map<string, unknown>()
  #depth = 0
  #number = 0
  #key = ''
  #root: 'none' | 'list' | 'object' | 'other' = 'none'

  constructor(options: JsonItemsOptions) {
    this.#options = options
  }

  take(token: Token): JsonItem | typeof none {
    if (this.#assembler) return this.#gather(token)
    if (this.#root === 'none') return this.#begin(token)
    if (token.name === 'endArray' || token.name === 'endObject') {
      // The end of a streamed list, or of the whole.
      this.#depth--
      return none
    }
    if (this.#root === 'object' && this.#depth === 1) {
      if (token.name === 'keyValue') this.#key = token.value
      else if (isKeyPart(token)) return none
      else if (token.name === 'startArray' && this.#options.lists.includes(this.#key)) {
        this.#depth++
        this.isStreaming = true
      } else return this.#startItem(token)
      return none
    }
    return this.#startItem(token)
  }

  /** What an object without any of the lists is: itself. @throws Invalid when there was nothing. */
  *end(): Generator<JsonItem> {
    const { name } = this.#options
    if (this.isEmpty) throw nothing(name)
    if (this.#root === 'object' && !this.isStreaming) yield { place: name, value: Object.fromEntries(this.#rest) }
  }

  get isEmpty(): boolean {
    return this.#root === 'none' && this.read === 0
  }

  tooLong(): Invalid {
    const { name } = this.#options
    return new Invalid(name, `${name}: a record is longer than ${longestItemCharacters / 1_000_000} MB.`)
  }

  #begin(token: Token): JsonItem | typeof none {
    if (token.name === 'startArray') {
      this.#root = 'list'
      this.isStreaming = true
      this.#depth = 1
      return none
    }
    if (token.name === 'startObject') {
      this.#root = 'object'
      this.#depth = 1
      return none
    }
    this.#root = 'other'
    return this.#startItem(token)
  }

  #startItem(token: Token): JsonItem | typeof none {
    if (isStreamedPart(token)) return none
    this.#assembler = new Assembler()
    return this.#gather(token)
  }

  #gather(token: Token): JsonItem | typeof none {
    const assembler = this.#assembler as Assembler
    assembler.consume(token)
    if (assembler.depth > deepest) {
      const { name } = this.#options
      throw new Invalid(name, `${name}: ${this.#place()} nests more than ${deepest} deep. No record of this kind does.`)
    }
    if (!assembler.done) return none
    this.#assembler = undefined
    this.read = 0
    const value = assembler.current
    if (this.#root === 'object' && this.#depth === 1) {
      this.#rest.set(this.#key, value)
      this.#options.onField?.(this.#key, value)
      return none
    }
    this.#number++
    const place = `${this.#options.name}: ${this.#place()}`
    return { place, ...(this.#root === 'object' ? { list: this.#key } : {}), value }
  }

  #place(): string {
    return this.#root === 'object' && this.#depth === 1
      ? `"${this.#key.slice(0, recordStart)}"`
      : `item ${Math.max(1, this.#number)}`
  }
}

function isKeyPart({ name }: Token): boolean {
  return name === 'startKey' || name === 'endKey' || isStreamedPart({ name } as Token)
}

/** The parser also tells strings and numbers piece by piece; only the whole ones are used. */
function isStreamedPart({ name }: Token): boolean {
  return (
    name === 'startString' ||
    name === 'endString' ||
    name === 'stringChunk' ||
    name === 'startNumber' ||
    name === 'endNumber' ||
    name === 'numberChunk'
  )
}

function nothing(name: string): Invalid {
  return new Invalid(name, `${name} is empty: there is no JSON in it.`)
}

function notJson(name: string, error: unknown): Invalid {
  const said = error instanceof Error ? error.message.replace(/^Parser\b[^:]*:?\s*/i, '') : String(error)
  return new Invalid(name, `${name} is not JSON, or it is cut off: ${said.slice(0, 200)}.`)
}
