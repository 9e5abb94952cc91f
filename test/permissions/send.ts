import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Ask } from './ask.ts'

interface Answered {
  readonly status: number
  readonly location: string
  readonly body: string
}

interface Sent {
  readonly ask: Ask
  readonly headers: Readonly<Record<string, string>>
  /** Which request this is: each comes from an address of its own, so that no limit stands in the way. */
  readonly cell: number
}

/** A page as a browser asks it, or as its script does; with an intent, the form of that button. */
export function sendPage(
  app: FastifyInstance,
  {
    path,
    intent,
    ask,
    headers,
    cell,
    isScript,
  }: Sent & { readonly path: string; readonly intent: string | undefined; readonly isScript: boolean },
): Promise<Answered> {
  const asked = isScript ? `${path}.data` : path
  const url = ask.query ? `${asked}?${new URLSearchParams(ask.query)}` : asked
  if (intent === undefined) return inject(app, { method: 'GET', url, headers: { ...headers } }, cell)
  const fields = { ...(intent === 'post' ? {} : { intent }), ...(ask.body as Readonly<Record<string, string>>) }
  const { payload, type } = ask.file === undefined ? urlEncoded(fields) : multipart(fields, ask.file)
  const sent = {
    ...headers,
    origin: 'http://localhost',
    'content-type': type,
    'content-length': String(Buffer.byteLength(payload)),
  }
  return inject(app, { method: 'POST', url, headers: sent, payload }, cell)
}

/** An endpoint as a program asks it. */
export function sendEndpoint(
  app: FastifyInstance,
  { method, url, ask, headers, cell }: Sent & { readonly method: string; readonly url: string },
): Promise<Answered> {
  const path = url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ask.params?.[name] ?? ''))
  const query = ask.query ? `?${new URLSearchParams(ask.query)}` : ''
  const sent = { ...headers, origin: 'http://localhost' }
  const payload = ask.body === undefined ? {} : { payload: { ...ask.body } }
  return inject(app, { method: method as 'GET', url: `${path}${query}`, headers: sent, ...payload }, cell)
}

async function inject(app: FastifyInstance, options: InjectOptions, cell: number): Promise<Answered> {
  const remoteAddress = `10.${(cell >> 16) & 255}.${(cell >> 8) & 255}.${cell & 255}`
  const response = await app.inject({ ...options, remoteAddress })
  const { location = '' } = response.headers
  return { status: response.statusCode, location: String(location), body: response.body }
}

const urlEncoded = (fields: Readonly<Record<string, string>>): { readonly payload: string; readonly type: string } => ({
  payload: new URLSearchParams(fields).toString(),
  type: 'application/x-www-form-urlencoded',
})

function multipart(fields: Readonly<Record<string, string>>, file: string): { readonly payload: string; readonly type: string } {
  const edge = 'edge-of-a-form'
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const sent = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${file === '' ? '' : 'file.csv'}"\r\ncontent-type: text/csv\r\n\r\n${file}\r\n`
  return { payload: `${parts.join('')}${sent}--${edge}--\r\n`, type: `multipart/form-data; boundary=${edge}` }
}
