import { Invalid } from './errors.ts'

/** What a list is ordered by, of its last item: numbers and texts. */
export type CursorKey = readonly (string | number)[]

/** Where a page ended, as an opaque text: the next page begins after it, whatever came or went meanwhile. */
export const writeCursor = (key: CursorKey): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/**
 * Reads a cursor that `writeCursor` made of a key of the same kinds.
 * @param like a key of that list: how many parts it has, and whether each is a number, a day (`2026-01-01`) or another text
 * @throws Invalid at `cursor` on anything else: what it holds goes to the database
 */
export function readCursor<T extends CursorKey>(cursor: string, like: T): T {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(parsed) && parsed.length === like.length && like.every((part, at) => isLike(parsed[at], part))) {
      return parsed as unknown as T
    }
  } catch {
    // Falls through: a cursor is opaque, so all that is wrong with one is that no page gave it.
  }
  throw new Invalid('cursor', 'This cursor was not given by a page of this list. Leave it out to begin at the first page.')
}

function isLike(value: unknown, like: string | number): boolean {
  if (typeof like === 'number') return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) < 8e15
  if (typeof value !== 'string' || value.includes('\0')) return false
  return isDay(like) ? isDay(value) : true
}

function isDay(text: string): boolean {
  // There is no year 0 in the record.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** A page of what was found with one more than asked: whether there is a next one is then known without counting. */
export function cutPage<T>(
  found: readonly T[],
  limit: number,
  keyOf: (item: T) => CursorKey,
): { readonly items: readonly T[]; readonly next?: string } {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return found.length > limit && last !== undefined ? { items, next: writeCursor(keyOf(last)) } : { items }
}
