/** Rows that a loop over everybody takes at a time. */
const rowsAtATime = 1024

/**
 * Calls a function for one stretch of rows after another. A loop over everybody is run a few times a question: as one long loop it is
 * compiled while it runs, and thrown away at its end each time. As a function that is called often it is compiled once, and well.
 */
export function eachStretch(from: number, to: number, take: (from: number, to: number) => void): void {
  for (let at = from; at < to; at += rowsAtATime) take(at, Math.min(to, at + rowsAtATime))
}
