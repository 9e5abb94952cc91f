import { JsonLdParser } from 'jsonld-streaming-parser'
import { DataFactory } from 'n3'
import { Invalid } from '../../../platform/index.ts'
import { readJsonItems } from '../../imports/index.ts'
import { type Quad, saidBy, type Triple, toTriple } from './triple.ts'

/** Items of `@graph` that are read together: each round reads the context anew. */
const itemsAtOnce = 500

/** Blank nodes are numbered through the whole file. The parser gives null where there is no language, which n3 does not know. */
const factory = {
  ...DataFactory,
  literal: (text: string, tag: Parameters<typeof DataFactory.literal>[1] | null) => DataFactory.literal(text, tag ?? undefined),
}

/**
 * Statements of JSON-LD, some at a time: a list, an object with a `@graph`, or one object. A context must stand in the file: one at an
 * address is refused, and nothing is ever fetched.
 *
 * @param open gives the bytes from the start; the context is looked for first, since it may stand at the end
 * @throws Invalid where it is no JSON-LD, nests too deep, holds a record without end, or names a context at an address
 */
export async function* jsonLdTriples(name: string, open: () => AsyncIterable<Buffer>): AsyncGenerator<Triple[]> {
  const context = await findContext(name, open())
  let items: unknown[] = []
  for await (const { value } of readJsonItems(open(), { name, lists: ['@graph'] })) {
    items.push(value)
    if (items.length < itemsAtOnce) continue
    yield await triplesOf(name, context, items)
    items = []
  }
  if (items.length > 0) yield await triplesOf(name, context, items)
}

/** The context of the whole file. An item of a list brings its own. */
async function findContext(name: string, bytes: AsyncIterable<Buffer>): Promise<unknown> {
  let context: unknown
  const onField = (field: string, value: unknown): void => {
    if (field === '@context') context = value
  }
  for await (const { list } of readJsonItems(bytes, { name, lists: ['@graph'], onField })) {
    if (context !== undefined || list === undefined) break
  }
  return context
}

async function triplesOf(name: string, context: unknown, items: readonly unknown[]): Promise<Triple[]> {
  const parser = new JsonLdParser({
    dataFactory: factory as never,
    // Reads at once instead of at the end; what must stand first is put first below.
    streamingProfile: true,
    streamingProfileAllowOutOfOrderPlainType: true,
    documentLoader: {
      load(url: string): Promise<never> {
        throw refused(name, url)
      },
    },
  })
  const triples: Triple[] = []
  let failed: unknown
  await new Promise<void>((resolve) => {
    parser.on('data', (quad: Quad) => {
      const triple = toTriple(quad)
      if (triple) triples.push(triple)
    })
    parser.once('end', resolve)
    parser.on('error', (error: unknown) => {
      failed ??= error
      resolve()
    })
    parser.end(JSON.stringify(inOrder(context === undefined ? items : { '@context': context, '@graph': items })))
  })
  parser.destroy()
  if (failed instanceof Invalid) throw failed
  if (failed !== undefined) {
    throw new Invalid(name, `${name}: this is no JSON-LD (${saidBy(failed)}). Nothing was changed.`)
  }
  return triples
}

const first = ['@context', '@type', '@id']

/** The same JSON, with what says how to read the rest before the rest. It nests no deeper than the file may. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inside]) => [key, key === '@context' ? inside : inOrder(inside)] as const)
  const rank = (key: string): number => (first.includes(key) ? first.indexOf(key) : first.length)
  return Object.fromEntries(entries.sort(([a], [b]) => rank(a) - rank(b)))
}

function refused(name: string, url: string): Invalid {
  return new Invalid(
    name,
    `${name}: its @context stands at ${saidBy(url)}. Nothing is fetched: put the context itself into the file, or save the taxonomy as Turtle.`,
  )
}
