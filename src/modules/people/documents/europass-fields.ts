import { textOfMarkup } from './markup-text.ts'

/** The fields of a JSON Resume that a Europass file can fill. */
export interface ResumeFields {
  readonly basics: { readonly label?: string; readonly summary?: string }
  readonly work: readonly object[]
  readonly education: readonly object[]
  readonly skills: readonly { readonly name?: string; readonly esco?: string; readonly keywords?: readonly string[] }[]
  readonly languages: readonly { readonly language: string; readonly fluency: string }[]
  readonly certificates?: readonly { readonly name: string }[]
  readonly projects?: readonly { readonly description: string }[]
}

type Filled<T> = { [K in keyof T]?: NonNullable<T[K]> }

/** Without fields that hold nothing. */
export function withoutEmpty<T extends object>(fields: T): Filled<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as Filled<T>
}

/** `2019-01-01T00:00:00` as `2019-01`; undefined when it is no date, for one odd date must not refuse a whole CV. */
export function isoDate(text: string): string | undefined {
  const [, year, month] = /^\s*((?:19|20)\d{2})(?:-(\d{2}))?(?!\d)/.exec(text) ?? []
  if (year === undefined) return undefined
  return month !== undefined && Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month}` : year
}

const longestItem = 80
const mostItems = 400

/** The items of a list in markup or in a line: `Excel, Word` or one an item. */
export function itemsOf(markup: string): string[] {
  return textOfMarkup(markup)
    .split(/[\n\t,;|•·]/)
    .map((item) => item.replace(/^[\s*–-]+|[\s.]+$/g, ''))
    .filter((item) => item !== '' && item.length <= longestItem)
    .slice(0, mostItems)
}

/** Of listening, reading, speaking and writing the lowest: nobody is promised more than they said. */
export function fluencyOf(levels: readonly string[]): string {
  const [lowest = ''] = levels
    .map((level) => level.trim().toUpperCase())
    .filter((level) => /^[ABC][12]$/.test(level))
    .sort()
  return lowest
}

/** The library's codes of ISO 639-2, where they differ from the ones that Intl knows. */
const libraryCodes: Readonly<Record<string, string>> = {
  ...{ dut: 'nl', ger: 'de', fre: 'fr', chi: 'zh', per: 'fa', gre: 'el', cze: 'cs', rum: 'ro', slo: 'sk', alb: 'sq' },
  ...{ arm: 'hy', baq: 'eu', bur: 'my', geo: 'ka', ice: 'is', mac: 'mk', may: 'ms', tib: 'bo', wel: 'cy' },
}

/** `nld` and `nl` as an English name; another text as it is. */
export function languageOf(code: string): string {
  const plain = code.trim().toLowerCase()
  if (!/^[a-z]{2,3}$/.test(plain)) return code
  const short = libraryCodes[plain] ?? Intl.getCanonicalLocales(plain)[0] ?? plain
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(short) ?? code
}

/** The address of an ESCO concept, in the spelling of its publisher; undefined for another text. */
export function escoAddress(text: string | undefined): string | undefined {
  const [, rest] = /^\s*https?:\/\/data\.europa\.eu\/(esco\/(?:occupation|skill)\/[\w-]{1,60})\s*$/.exec(text ?? '') ?? []
  return rest === undefined ? undefined : `http://data.europa.eu/${rest}`
}
