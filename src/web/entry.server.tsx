import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router'
import { siteContext } from './context.ts'

export { makeContext } from './context.ts'

const abortAfterMs = 10_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> | Response {
  headers.set('content-type', 'text/html; charset=utf-8')
  // Pages hold answers of one person: never kept by a cache in between, and of who is signed in not by the browser of a shared computer either.
  const isSignedIn = request.headers.get('cookie')?.includes('schakel_session=') === true
  if (!headers.has('cache-control')) headers.set('cache-control', isSignedIn ? 'no-store' : 'private, no-cache')
  headers.append('vary', 'cookie')
  if (request.method === 'HEAD') return new Response(null, { status, headers })
  const { nonce } = loadContext.get(siteContext)

  // No page loads a part of itself later, so nothing is won by sending it in pieces, and each piece costs.
  return new Promise((resolve, reject) => {
    let statusNow = status
    const { pipe, abort } = renderToPipeableStream(<ServerRouter context={routerContext} url={request.url} nonce={nonce} />, {
      nonce,
      onAllReady() {
        clearTimeout(timer)
        pipe(collect((html) => resolve(new Response(html, { status: statusNow, headers }))))
      },
      onShellError(error) {
        clearTimeout(timer)
        reject(error)
      },
      onError() {
        statusNow = 500
      },
    })
    const timer = setTimeout(abort, abortAfterMs)
  })
}

function collect(done: (all: Buffer<ArrayBuffer>) => void): Writable {
  const chunks: Buffer[] = []
  return new Writable({
    write(chunk: Buffer, _encoding, next) {
      // React reuses what it hands over.
      chunks.push(Buffer.from(chunk))
      next()
    },
    final(next) {
      done(Buffer.concat(chunks))
      next()
    },
  })
}
