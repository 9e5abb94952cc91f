import { Invalid } from './errors.ts'

/** What makes values the same on both databases: PostgreSQL's own type numbers, and how each is read. */
const dateType = 1082
const int8Type = 20
const int8ListType = 1016
const dateListType = 1182

/** Parsers by PostgreSQL type number, for the types on which the two drivers differ. */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [int8Type]: parseInt8,
  [dateType]: (text) => text,
  [int8ListType]: (text) => parseList(text).map((item) => (item === null ? null : parseInt8(item))),
  [dateListType]: parseList,
}

export function parseInt8(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`The database gave ${text}, which is too large for a number.`)
  return number
}

/** A list of plain values as PostgreSQL writes it: `{1,2,NULL}`. Numbers and dates never need quotes there. */
function parseList(text: string): (string | null)[] {
  const inside = text.slice(1, -1)
  return inside === '' ? [] : inside.split(',').map((item) => (item === 'NULL' ? null : item))
}

/** Why a text cannot be in the record, as `a NUL sign`; undefined when it can. */
export function unstorable(text: string): string | undefined {
  if (text.includes('\0')) return 'a NUL sign (\\u0000)'
  return text.isWellFormed() ? undefined : 'half of a character (a lone surrogate)'
}

const jsonParameter = /\$(\d+)\s*::\s*jsonb?\b(?!\s*\[)/gi
/** What JSON text may hold and PostgreSQL's JSON may not, if nothing more escapes the backslash. */
const suspectEscape = /\\u(0000|d[89a-f])/i

/**
 * Parameters as both drivers read them alike: JSON as text, no undefined.
 * @throws Invalid on text that no database holds, and that each would refuse in its own way
 */
export function toParameters(sql: string, parameters: readonly unknown[]): unknown[] {
  const values = parameters.map((value) => (value === undefined ? null : value))
  for (const [, number] of sql.matchAll(jsonParameter)) {
    const index = Number(number) - 1
    const value = values[index]
    if (value === null || value === undefined) continue
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    if (suspectEscape.test(text)) refuseUnstorableJson(text)
    values[index] = text
  }
  for (const value of values) {
    for (const text of Array.isArray(value) ? value : [value]) if (typeof text === 'string' && text.includes('\0')) refuse(text)
  }
  return values
}

function refuseUnstorableJson(text: string): void {
  JSON.parse(text, (key, value: unknown) => {
    refuse(key)
    if (typeof value === 'string') refuse(value)
    return value
  })
}

function refuse(text: string): void {
  const why = unstorable(text)
  if (why !== undefined) throw new Invalid('text', `A text holds ${why}, which cannot be kept. Leave it out.`)
}
