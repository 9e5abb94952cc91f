import type { ServerResponse } from 'node:http'

/** Aborts when the connection goes before the answer is out: whoever asked has left, and nobody needs the rest. */
export function signalOfLeaving(answer: ServerResponse): AbortSignal {
  const leaving = new AbortController()
  answer.once('close', () => {
    if (!answer.writableFinished) leaving.abort()
  })
  return leaving.signal
}
