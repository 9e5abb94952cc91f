const pieceCharacters = 32_768

/** Small texts put together, so that each piece is worth sending. */
export async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting: string[] = []
  let length = 0
  for await (const text of texts) {
    waiting.push(text)
    length += text.length
    if (length < pieceCharacters) continue
    yield waiting.join('')
    waiting = []
    length = 0
  }
  if (length > 0) yield waiting.join('')
}

/** Passes records on and tells how many went by. */
export async function* counted<T>(records: AsyncIterable<T>, onRecord: (done: number) => void): AsyncGenerator<T> {
  let done = 0
  for await (const record of records) {
    yield record
    onRecord(++done)
  }
}
