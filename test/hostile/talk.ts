/** Talks to a port in bytes. */
import { connect, type Socket } from 'node:net'

export interface Said {
  /** Everything that came back. */
  readonly bytes: Buffer
  /** Whether the connection was closed, and not still open at the end of our patience. */
  readonly closed: boolean
}

/** Sends and gathers what comes back until the other side closes, or for `patienceMs`. */
export function talk(
  port: number,
  bytes: string | Buffer,
  options: { readonly halfClose?: boolean; readonly patienceMs: number },
): Promise<Said> {
  return new Promise((resolve) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    const pieces: Buffer[] = []
    const end = (closed: boolean): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve({ bytes: Buffer.concat(pieces), closed })
    }
    const timer = setTimeout(() => end(false), options.patienceMs)
    socket.on('data', (piece) => pieces.push(piece))
    socket.on('end', () => end(true))
    // A connection that is cut while we still send is an answer too.
    socket.on('error', () => end(true))
    socket.write(bytes)
    if (options.halfClose) socket.end()
  })
}

/** The first answer among the bytes; undefined where there is none. */
export function firstAnswer(
  bytes: Buffer,
): { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string } | undefined {
  const text = bytes.toString('latin1').replace(/^HTTP\/1\.1 100 [^\r]*\r\n\r\n/, '')
  const found = /^HTTP\/1\.[01] (\d{3})[^\r\n]*\r\n([\s\S]*?)\r\n\r\n([\s\S]*)$/.exec(text)
  if (!found) return undefined
  const headers = Object.fromEntries(
    (found[2] ?? '')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const body = Buffer.from(found[3] ?? '', 'latin1')
  return {
    status: Number(found[1]),
    headers,
    body: (headers['transfer-encoding'] === 'chunked' ? unchunked(body) : body).toString(),
  }
}

function unchunked(body: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.subarray(at, lineEnd).toString(), 16)
    if (lineEnd < 0 || !(size > 0)) break
    pieces.push(body.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = lineEnd + 2 + size + 2
  }
  return Buffer.concat(pieces)
}
