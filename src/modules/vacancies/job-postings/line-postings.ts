import { readLines } from '../../imports/index.ts'
import type { FoundRecord } from '../intake/record-format.ts'
import { postingsInJson } from './json-postings.ts'

const mostLineCharacters = 2 ** 20

/** Postings one a line (NDJSON), streamed. A line that is none is one problem, with its number. */
export async function* postingsInLines(name: string, bytes: AsyncIterable<Buffer | Uint8Array>): AsyncGenerator<FoundRecord> {
  for await (const { place, text } of readLines(name, bytes)) yield* postingInLine(place, text)
}

function* postingInLine(place: string, line: string): Generator<FoundRecord> {
  if (line.length > mostLineCharacters) {
    yield { place, problem: 'The line is longer than a million characters.', record: line.slice(0, 1000) }
    return
  }
  let any = false
  for (const found of postingsInJson(place, line)) {
    any = true
    // A line is its own place.
    yield { ...found, place }
  }
  if (!any) yield { place, problem: 'This is no JobPosting: its @type says something else, or nothing.', record: line }
}
