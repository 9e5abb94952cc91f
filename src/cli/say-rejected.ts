const mostShown = 20

/** The first refused records with place and reason; `total` where there are more than are given. */
export function sayRejected(
  out: (line: string) => void,
  rejected: readonly { readonly place: string; readonly reason: string }[],
  total = rejected.length,
): void {
  if (total === 0) return
  out(`${total} records could not be used:`)
  for (const { place, reason } of rejected.slice(0, mostShown)) out(`  ${place}: ${reason}`)
  if (total > mostShown) out(`  ... and ${total - mostShown} more`)
}
