/** Days of the week in a cell: `ma wo`. */
const dutch = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const
const english = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const

export function dayCell(days: number): string {
  return dutch.filter((_, day) => (days & (1 << day)) !== 0).join(' ')
}

/** As a set, Monday first; undefined where a part of it is no day. In Dutch and English the first two letters say which. */
export function daysOf(cell: string): number | undefined {
  const names = cell
    .toLowerCase()
    .split(/[\s,;|/+]+/)
    .filter(Boolean)
  let days = 0
  for (const name of names) {
    const start = name.slice(0, 2)
    const day = Math.max(dutch.indexOf(start as 'ma'), english.indexOf(start as 'mo'))
    if (day < 0) return undefined
    days |= 1 << day
  }
  return days === 0 ? undefined : days
}
