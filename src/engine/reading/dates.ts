const names: Readonly<Record<string, number>> = {
  jan: 1, feb: 2, ma: 3, mrt: 3, apr: 4, me: 5, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, okt: 10, oct: 10, nov: 11, dec: 12,
} // biome-ignore format: twelve months on one line
/** A month in words, its name in no group. */
export const monthPattern = String.raw`(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october|(?:jan|feb|mrt|mar|apr|jun|jul|aug|sept?|okt|oct|nov|dec)\.?)(?!\p{L})`

/**
 * A day, in words or figures: six ways, each with its own groups. Figures are day first, as is usual here. The year may be left out only with
 * the month in words. Read the groups with `dateOf`.
 */
export const datePattern = String.raw`(?:(\d{1,2})(?:e|st|nd|rd|th)?\s+(?:of\s+)?(${monthPattern}),?(?:\s+'?(20\d\d))?|(${monthPattern})\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(20\d\d))?|(\d{1,2})[-/.](\d{1,2})[-/.](20\d\d)|(20\d\d)-(\d\d)-(\d\d))`

/** `2027-03-01`; without a year `--03-01`, as ISO 8601 had it. Undefined when there is no such day. */
export function dateOf(groups: readonly (string | undefined)[]): string | undefined {
  const [day, name, year, enName, enDay, enYear, d, m, y, isoYear, isoMonth, isoDay] = groups
  if (name !== undefined) return made(year, monthOf(name), day)
  if (enName !== undefined) return made(enYear, monthOf(enName), enDay)
  if (y !== undefined) return made(y, Number(m), d)
  return isoYear === undefined ? undefined : made(isoYear, Number(isoMonth), isoDay)
}

/** How many groups `datePattern` has. */
export const dateGroups = 12

export function monthOf(name: string): number | undefined {
  const plain = name.toLowerCase()
  return names[plain.slice(0, 3)] ?? names[plain.slice(0, 2)]
}

/** A leap year, so that 29 February without a year is a day. */
const anyYear = '2028'

function made(year: string | undefined, month: number | undefined, day = ''): string | undefined {
  if (month === undefined) return undefined
  const rest = `${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  const text = `${year ?? anyYear}-${rest}`
  const date = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text)) return undefined
  return year === undefined ? `--${rest}` : text
}
