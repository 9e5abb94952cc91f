import { decodeText } from './decode-text.ts'

/** A line of a file, without its end. */
export interface Line {
  /** `jobs.ndjson:17`. */
  readonly place: string
  readonly text: string
}

/**
 * The lines of a text that are not empty, streamed. @throws Invalid with the line where the bytes are no UTF-8, or a line is longer than 8 MB
 */
export async function* readLines(name: string, bytes: AsyncIterable<Buffer | Uint8Array>): AsyncGenerator<Line> {
  let number = 0
  let rest = ''
  for await (const text of decodeText(name, bytes)) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      number++
      if (line.trim() !== '') yield { place: `${name}:${number}`, text: line }
    }
  }
  if (rest.trim() !== '') yield { place: `${name}:${number + 1}`, text: rest }
}
