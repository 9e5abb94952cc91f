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

const jsonParameter = /\$(\d+)\s*::\s*jsonb?\b(?!\s*\[)/gi

/** Parameters as both drivers read them alike: JSON as text, no undefined. */
export function toParameters(sql: string, parameters: readonly unknown[]): unknown[] {
  const values = parameters.map((value) => (value === undefined ? null : value))
  for (const [, number] of sql.matchAll(jsonParameter)) {
    const index = Number(number) - 1
    const value = values[index]
    if (value !== null && value !== undefined && typeof value !== 'string') values[index] = JSON.stringify(value)
  }
  return values
}
