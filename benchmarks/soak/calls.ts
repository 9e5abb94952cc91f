import { draftCookie } from '../../src/web/cookies.ts'
import type { PreparedRecord } from './prepare-record.ts'

/** One request, ready to be sent. */
export interface Call {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

type Make = (record: PreparedRecord, number: number) => Call

/** Of every twenty requests: twelve to the API, eight pages of the site. */
const turns: readonly Make[] = [
  ...times(
    4,
    api('plans', (record, number) => ({ goal: { occupations: [pick(record.occupations, number)] } })),
  ),
  ...times(
    1,
    api('plans', () => ({ goal: {} })),
  ),
  ...times(
    4,
    api('matches', () => ({})),
  ),
  ...times(
    1,
    api('doors', () => ({})),
  ),
  ...times(
    2,
    api('why-not', (record, number) => ({ vacancy: pick(record.vacancies, number * 7) })),
  ),
  ...times(
    2,
    page('routes page', (_, number) => `/nl/routes?travel=${slid(number)}`),
  ),
  ...times(
    1,
    page('routes page', (record, number) => `/en/routes?goal=${encodeURIComponent(pick(record.occupations, number))}`),
  ),
  ...times(
    1,
    page('doors page', (_, number) => `/nl/cursussen?travel=${slid(number)}`),
  ),
  ...times(
    2,
    page('why-not page', (record, number) => `/nl/vacatures/${pick(record.vacancies, number * 11)}/waarom-niet`),
  ),
  ...times(
    2,
    page('vacancy page', (record, number) => `/nl/vacatures/${pick(record.vacancies, number * 13)}`),
  ),
]

/** The call with this number: the same each time, spread over visitors, kinds and what they ask about. */
export function callOf(record: PreparedRecord, number: number): Call {
  // Seven and twenty share no factor: kinds alternate instead of coming in runs.
  const make = turns[(number * 7) % turns.length] as Make
  return make(record, number)
}

function api(name: string, more: (record: PreparedRecord, number: number) => object): Make {
  return (record, number) => {
    const { profile } = visitorOf(record, number)
    return {
      name: `api ${name}`,
      method: 'POST',
      path: `/api/v1/${name}`,
      headers: { 'content-type': 'application/json', ...addressOf(number) },
      body: JSON.stringify({ profile, language: number % 2 === 0 ? 'nl' : 'en', ...more(record, number) }),
    }
  }
}

function page(name: string, path: (record: PreparedRecord, number: number) => string): Make {
  return (record, number) => ({
    name,
    method: 'GET',
    path: path(record, number),
    headers: { cookie: `${draftCookie}=${visitorOf(record, number).token}`, accept: 'text/html', ...addressOf(number) },
  })
}

/** Everybody comes from an address of their own, by way of a proxy: the API counts requests per address. */
function addressOf(number: number): Readonly<Record<string, string>> {
  return { 'x-forwarded-for': `198.18.${(number >> 8) & 255}.${number & 255}` }
}

const visitorOf = ({ visitors }: PreparedRecord, number: number) => pick(visitors, number * 31)

/** Where the travel slider stands: from 30 to 90 minutes by 5. */
const slid = (number: number): number => 30 + 5 * (number % 13)

function pick<T>(items: readonly T[], number: number): T {
  return items[number % items.length] as T
}

function times<T>(count: number, item: T): T[] {
  return Array.from({ length: count }, () => item)
}
