import { Invalid } from '../../../platform/index.ts'
import { decodePieces, readJsonItems, type SourceFile } from '../../imports/index.ts'
import type { FoundRecord } from '../intake/record-format.ts'
import { postingsInJson, postingsOf } from './json-postings.ts'

/** Up to here a file is read whole: then a fault is told with its line. */
const mostWholeBytes = 4_000_000
const lists = ['@graph', 'itemListElement', 'mainEntity', 'items'] as const

/** The postings of a JSON file; those of a large one are streamed, so that memory does not grow with it. */
export async function* postingsInJsonFile({ name, bytes }: SourceFile): AsyncGenerator<FoundRecord> {
  const pieces: Uint8Array[] = []
  let size = 0
  const rest = bytes()[Symbol.asyncIterator]()
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    pieces.push(next.value)
    size += next.value.length
    if (size > mostWholeBytes) {
      yield* streamed(name, again(pieces, rest))
      return
    }
  }
  let text = ''
  for await (const piece of decodePieces(name, again(pieces, rest))) text += piece
  if (text.trim() === '') throw new Invalid(name, `${name} is empty.`)
  yield* postingsInJson(name, text)
}

async function* streamed(name: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<FoundRecord> {
  let number = 0
  for await (const { value } of readJsonItems(bytes, { name, lists })) {
    for (const content of postingsOf(value)) yield { place: `${name}: posting ${++number}`, format: 'jobposting', content }
  }
}

async function* again(pieces: Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (const piece of pieces.splice(0)) yield piece
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
