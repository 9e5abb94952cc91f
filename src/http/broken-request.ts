import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

const reasons: Readonly<Record<string, readonly [status: number, phrase: string, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'The headers or the address are longer than 16 kB.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'The request did not come in whole in time.'],
}
const broken = [400, 'Bad Request', 'What came in is no request of HTTP/1.1.'] as const

/** Answers what cannot be read as HTTP, as Problem JSON, and closes the connection: nothing after it can be trusted to be a request. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  // The other side is gone already: nobody to answer.
  if (error.code === 'ECONNRESET' || !socket.writable || socket.destroyed) {
    socket.destroy()
    return
  }
  const [status, phrase, detail] = reasons[error.code ?? ''] ?? broken
  const body = problemOf(status, detail)
  socket.end(
    [
      `HTTP/1.1 ${status} ${phrase}`,
      'content-type: application/problem+json; charset=utf-8',
      'x-content-type-options: nosniff',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}

/** For `checkExpectation`: a header Expect that asks for anything but 100-continue. */
export function answerUnknownExpectation(_request: unknown, reply: ServerResponse): void {
  reply.writeHead(417, { 'content-type': 'application/problem+json; charset=utf-8', connection: 'close' })
  reply.end(problemOf(417, 'The header Expect may only say 100-continue.'))
}

function problemOf(status: number, detail: string): string {
  return JSON.stringify({ type: '/problems/request', title: 'The request cannot be read', status, detail })
}
