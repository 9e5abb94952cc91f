/** One judge for every answer: used, moved or refused with a reason, in time, and silent about the inside. */
import { judgePage } from './judge-page.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/** Longer than this is a hang. */
export const hangMs = 5_000

/** What is wrong with an answer, in words; empty when all is well. */
export function judgeAnswer(method: string, url: string, { status, headers, body }: Answer): string[] {
  const faults: string[] = []
  const type = String(headers['content-type'] ?? '')
  if (status >= 500) faults.push(`answered ${status}: ${body.slice(0, 200)}`)
  if (showsInside(body)) faults.push('shows a stack trace or a path of the server')
  // An answer to HEAD has no body, and so no reason.
  if (status >= 400 && status < 500 && method !== 'HEAD') faults.push(...refusalFaults(url, type, status, body))
  if (type.includes('html')) faults.push(...judgePage(body))
  else if (type.includes('json') && !type.includes('nd')) faults.push(...jsonFaults(type, body))
  if (splits(headers)) faults.push('a header was put in')
  return faults
}

/** A refusal says why: Problem JSON from the API, from the site a page to go on from. */
function refusalFaults(url: string, type: string, status: number, body: string): string[] {
  if (type.includes('application/problem+json')) {
    const problem = parsed(body) as { title?: unknown; detail?: unknown; status?: unknown } | undefined
    const says = (value: unknown): boolean => typeof value === 'string' && value.trim().length > 5
    if (!problem || !says(problem.title) || !says(problem.detail))
      return [`a ${status} without title and detail: ${body.slice(0, 200)}`]
    return problem.status === status ? [] : [`says ${problem.status} in a ${status}`]
  }
  if (url.startsWith('/api/')) return [`a ${status} of the API that is no Problem JSON but ${type || 'nothing'}`]
  // What a script of the site asks is refused in short: the browser makes the page.
  if (new URL(url, 'http://x').pathname.endsWith('.data')) return []
  return type.includes('text/html') && /<h1/.test(body) ? [] : [`a ${status} without a page: ${type} ${body.slice(0, 100)}`]
}

function jsonFaults(type: string, body: string): string[] {
  return body === '' || parsed(body) !== undefined ? [] : [`${type} that is no JSON`]
}

function showsInside(body: string): boolean {
  return /\n\s+at .+\(?(file:|node:|\/)[^\n]+:\d+:\d+\)?|node_modules\/|PostgresError|syntax error at or near|ZodError/.test(body)
}

function splits(headers: Readonly<Record<string, unknown>>): boolean {
  return Object.values(headers).some((value) => [value].flat().some((one) => /[\r\n]/.test(String(one)))) || 'zqx9' in headers
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
