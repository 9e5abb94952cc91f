import { createWriteStream } from 'node:fs'
import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestTls } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { Transform, type TransformCallback } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Conflict, Invalid } from '../../platform/index.ts'
import { addressFor, type FeedReach, readFeedUrl } from './feed-reach.ts'

export interface FetchLimits {
  /** Of the body, on the wire and unpacked. */
  readonly bytes: number
  /** Milliseconds until the answer begins, between two pieces of it, and for all of it. */
  readonly answerMs: number
  readonly idleMs: number
  readonly totalMs: number
}

/** Half a gigabyte is three times the SETU file of 200,000 vacancies that imports are measured with. */
export const usualLimits: FetchLimits = { bytes: 512 * 2 ** 20, answerMs: 30_000, idleMs: 30_000, totalMs: 600_000 }

/** What the last answer said of itself, to be asked for only when it is another. */
export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

export type Fetched =
  | { readonly isSame: true }
  | { readonly isSame: false; readonly validators: Validators; readonly contentType?: string; readonly path: string }

const mostRedirects = 3
const redirects: readonly number[] = [301, 302, 303, 307, 308]
const longestValidator = 1000

/**
 * Fetches a feed to a file, which the caller removes. Nothing is taken in before all of it is there: what breaks off has changed nothing.
 * @throws Invalid with what is wrong, without the query of the address; Conflict when it was asked to stop
 */
export async function fetchFeed(
  address: string,
  known: Validators,
  file: string,
  {
    reach,
    limits = usualLimits,
    signal,
  }: { readonly reach: FeedReach; readonly limits?: FetchLimits; readonly signal?: AbortSignal },
): Promise<Fetched> {
  const timeIsUp = AbortSignal.timeout(limits.totalMs)
  const ends = signal ? AbortSignal.any([timeIsUp, signal]) : timeIsUp
  let url = readFeedUrl(address, reach)
  try {
    for (let hops = 0; ; hops++) {
      const response = await ask(url, known, reach, limits, ends)
      const status = response.statusCode ?? 0
      const { location } = response.headers
      if (!redirects.includes(status) || location === undefined) return await answerOf(url, response, known, file, limits, ends)
      response.destroy()
      if (hops === mostRedirects) throw new Invalid(url.hostname, `${url.hostname} sends on more than ${mostRedirects} times.`)
      if (!URL.canParse(location, url))
        throw new Invalid(url.hostname, `${url.hostname} sends on to something that is no address.`)
      url = readFeedUrl(new URL(location, url).href, reach)
    }
  } catch (error) {
    if (signal?.aborted) throw new Conflict('The feed was stopped. Nothing of it was taken in.')
    if (timeIsUp.aborted)
      throw new Invalid(url.hostname, `${url.hostname} did not send all of it within ${limits.totalMs / 1000} seconds.`)
    throw error instanceof Invalid ? error : broken(url, error)
  }
}

async function ask(
  url: URL,
  known: Validators,
  reach: FeedReach,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const pinned = await addressFor(url, reach)
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestTls : requestPlain
    const request = send(url, {
      agent: false,
      signal,
      lookup: lookupOf(pinned),
      timeout: limits.idleMs,
      ...(reach.ca === undefined ? {} : { ca: reach.ca }),
      headers: {
        'user-agent': 'Schakel',
        'accept-encoding': 'gzip',
        ...(known.etag === undefined ? {} : { 'if-none-match': known.etag }),
        ...(known.lastModified === undefined ? {} : { 'if-modified-since': known.lastModified }),
      },
    })
    const late = setTimeout(() => request.destroy(silent(url, limits.answerMs)), limits.answerMs)
    request.on('timeout', () => request.destroy(silent(url, limits.idleMs)))
    request.on('error', (error) => {
      clearTimeout(late)
      reject(error)
    })
    request.on('response', (response) => {
      clearTimeout(late)
      resolve(response)
    })
    request.end()
  })
}

/** The checked address and no other, whatever a name server says by now. */
function lookupOf(address: string): LookupFunction {
  const family = isIP(address)
  return (_host, options, answer) => (options.all ? answer(null, [{ address, family }]) : answer(null, address, family))
}

async function answerOf(
  url: URL,
  response: IncomingMessage,
  known: Validators,
  file: string,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<Fetched> {
  const { statusCode, headers } = response
  if (statusCode === 304 && (known.etag !== undefined || known.lastModified !== undefined)) {
    response.destroy()
    return { isSame: true }
  }
  if (statusCode !== 200) {
    response.destroy()
    throw new Invalid(url.hostname, `${url.hostname} answered with status ${statusCode}, not with the feed.`)
  }
  const encoding = (headers['content-encoding'] ?? 'identity').toLowerCase()
  if (!['identity', 'gzip', 'x-gzip'].includes(encoding) || Number(headers['content-length'] ?? 0) > limits.bytes) {
    response.destroy()
    throw encoding.includes('gzip') || encoding === 'identity'
      ? tooLarge(url, limits)
      : new Invalid(url.hostname, `${url.hostname} packs its answer as "${encoding.slice(0, 40)}", which was not asked for.`)
  }
  const unpack = encoding === 'identity' ? [] : [createGunzip(), atMost(url, limits)]
  await pipeline([response, atMost(url, limits), ...unpack, createWriteStream(file, { flags: 'wx', mode: 0o600 })], { signal })
  const contentType = headers['content-type']
  return {
    isSame: false,
    path: url.pathname,
    ...(contentType === undefined ? {} : { contentType }),
    validators: {
      ...(isShort(headers.etag) ? { etag: headers.etag } : {}),
      ...(isShort(headers['last-modified']) ? { lastModified: headers['last-modified'] } : {}),
    },
  }
}

function isShort(text: string | undefined): text is string {
  return text !== undefined && text.length <= longestValidator
}

function atMost(url: URL, limits: FetchLimits): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      size += chunk.length
      if (size > limits.bytes) done(tooLarge(url, limits))
      else done(null, chunk)
    },
  })
}

function tooLarge(url: URL, { bytes }: FetchLimits): Invalid {
  const size = bytes >= 2 ** 20 ? `${Math.round(bytes / 2 ** 20)} MB` : `${bytes} bytes`
  return new Invalid(
    url.hostname,
    `${url.hostname} sends more than ${size}, as it comes or unpacked. Ask its keeper for it in parts.`,
  )
}

function silent(url: URL, ms: number): Invalid {
  return new Invalid(url.hostname, `${url.hostname} said nothing for ${ms / 1000} seconds.`)
}

function broken(url: URL, error: unknown): Invalid {
  const { code, message } = error as NodeJS.ErrnoException
  return new Invalid(url.hostname, `Fetching from ${url.hostname} failed: ${code ?? message}.`)
}
