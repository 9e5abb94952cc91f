import { DataFactory } from 'n3'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { Invalid } from '../../../platform/index.ts'
import { deepest, linePieces, longestStatement, type Quad, saidBy, type Triple, tooDeep, tooLong, toTriple } from './triple.ts'

const longestProlog = 100_000

/**
 * Statements of RDF/XML, some at a time. A document type is refused, whatever it holds: its entities can grow without end.
 * @throws Invalid with the line where it is no RDF/XML, has a document type, nests too deep, or goes on without end
 */
export async function* rdfXmlTriples(name: string, text: AsyncIterable<string>): AsyncGenerator<Triple[]> {
  const parser = new RdfXmlParser({ dataFactory: DataFactory as never, trackPosition: true })
  let read: Triple[] = []
  let failed: Error | undefined
  let line = 1
  let waiting = 0
  parser.on('error', (error: Error) => {
    failed ??= error
  })
  parser.on('data', (quad: Quad) => {
    const triple = toTriple(quad, line)
    if (triple) read.push(triple)
  })
  const taken = (): Triple[] => {
    if (failed) throw broken(name, line, failed)
    if (waiting > longestStatement) throw tooLong(name, line)
    if (depthOf(parser) > deepest) throw tooDeep(name, line)
    if (read.length > 0) waiting = 0
    const taken = read
    read = []
    return taken
  }
  try {
    for await (const piece of linePieces(name, withPlainProlog(name, text), () => waiting)) {
      line = piece.line
      waiting += piece.text.length
      await write(parser, piece.text)
      const triples = taken()
      if (triples.length > 0) yield triples
    }
    await new Promise<void>((resolve) => {
      parser.once('end', resolve).once('error', () => resolve())
      parser.end()
    })
    if (!failed && depthOf(parser) > 0) throw broken(name, line, new Error('an element is not closed'))
    yield taken()
  } finally {
    parser.destroy()
  }
}

function write(parser: RdfXmlParser, text: string): Promise<void> {
  return new Promise((resolve) => void parser.write(text, () => resolve()))
}

/** Open elements. The parser keeps them to itself; `hostile.test.ts` notices when it calls them otherwise. */
function depthOf(parser: RdfXmlParser): number {
  return (parser as unknown as { readonly activeTagStack?: readonly unknown[] }).activeTagStack?.length ?? 0
}

/** Passes the text on once all that stands before the first element is seen and harmless. */
async function* withPlainProlog(name: string, text: AsyncIterable<string>): AsyncGenerator<string> {
  let prolog = ''
  let isOver = false
  for await (const piece of text) {
    if (isOver) {
      yield piece
      continue
    }
    prolog += piece
    const bare = prolog.replace(/<!--[\s\S]*?-->/g, '')
    if (/<!DOCTYPE/i.test(bare)) throw refused(name)
    const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/i.exec(bare)?.[1]
    if (declared !== undefined && !/^(utf-8|us-ascii)$/i.test(declared)) {
      throw new Invalid(`${name}:1`, `${name}, line 1: the file says that it is ${declared}. Save it as UTF-8.`)
    }
    isOver = /<[\p{L}_]/u.test(bare)
    if (isOver) yield prolog
    else if (prolog.length > longestProlog) throw tooLong(name, 1)
  }
  if (!isOver) throw broken(name, 1, new Error('there is no element in it'))
}

function refused(name: string): Invalid {
  return new Invalid(
    name,
    `${name}: a document type (<!DOCTYPE …>) is refused, whatever it holds. Leave it out and write out the entities that it names, or save the taxonomy as Turtle.`,
  )
}

function broken(name: string, line: number, error: Error): Invalid {
  const at = Number(/line (\d+)/i.exec(error.message)?.[1] ?? /^(\d+):\d+/.exec(error.message)?.[1] ?? line)
  return new Invalid(
    `${name}:${at}`,
    `${name}, line ${at}: this is no RDF/XML, or it is cut off (${saidBy(error)}). Nothing was changed.`,
  )
}
