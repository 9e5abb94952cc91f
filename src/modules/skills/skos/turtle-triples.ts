import type { EventEmitter } from 'node:events'
import { type Quad as N3Quad, Parser } from 'n3'
import { Invalid } from '../../../platform/index.ts'
import { deepest, linePieces, longestStatement, saidBy, type Triple, tooDeep, tooLong, toTriple } from './triple.ts'

/**
 * Statements of Turtle or N-Triples (which is Turtle), some at a time.
 * @throws Invalid with the line where it is no Turtle, nests too deep, or goes on without end
 */
export async function* turtleTriples(name: string, text: AsyncIterable<string>): AsyncGenerator<Triple[]> {
  const parser = new Parser({ format: 'text/turtle' })
  let feed: (piece: string) => void = () => {}
  let end: () => void = () => {}
  let read: Triple[] = []
  let failed: Error | undefined
  let line = 1
  let waiting = 0
  const source = {
    on(event: string, listener: (piece: string) => void) {
      if (event === 'data') feed = listener
      if (event === 'end') end = listener as () => void
    },
  }
  parser.parse(source as unknown as EventEmitter, (error: Error | null, quad: N3Quad | null) => {
    if (error) failed ??= error
    else if (quad) {
      waiting = 0
      const triple = toTriple(quad, line)
      if (triple) read.push(triple)
    }
  })
  const taken = (): Triple[] => {
    if (failed) throw broken(name, line, failed)
    if (waiting > longestStatement) throw tooLong(name, line)
    if (depthOf(parser) > deepest) throw tooDeep(name, line)
    const taken = read
    read = []
    return taken
  }
  for await (const piece of linePieces(name, text, () => waiting)) {
    line = piece.line
    waiting += piece.text.length
    feed(piece.text)
    const triples = taken()
    if (triples.length > 0) yield triples
  }
  end()
  yield taken()
}

/** Open brackets. The parser keeps them to itself; `hostile.test.ts` notices when it calls them otherwise. */
function depthOf(parser: Parser): number {
  return (parser as unknown as { readonly _contextStack?: readonly unknown[] })._contextStack?.length ?? 0
}

function broken(name: string, line: number, error: Error): Invalid {
  const at = Number(/ on line (\d+)/.exec(error.message)?.[1] ?? line)
  const said = saidBy(error).replace(/ on line \d+\.?$/, '')
  return new Invalid(
    `${name}:${at}`,
    `${name}, line ${at}: this is no Turtle or N-Triples, or it is cut off (${said}). Nothing was changed.`,
  )
}
