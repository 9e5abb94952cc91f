import type { Note } from '../modules/imports/index.ts'

const mostNotesShown = 20

/** What was said and not used, the same things together; `what` are the records that are used all the same. */
export function sayNotes(out: (line: string) => void, notes: readonly Note[], total: number, what: string): void {
  if (total === 0) return
  out(`${total} times something was said that is not used; the ${what} themselves are:`)
  const shown = notes.slice(0, mostNotesShown)
  for (const { place, note, times } of shown) out(`  ${place}${times > 1 ? ` and ${times - 1} more` : ''}: ${note}`)
  const left = total - shown.reduce((sum, { times }) => sum + times, 0)
  if (left > 0) out(`  ... and ${left} others`)
}
