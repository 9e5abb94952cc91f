import { Invalid } from '../../platform/index.ts'

/** A source on the web that is read on a schedule. */
export interface Feed {
  readonly name: string
  readonly url: string
  /** What it holds; see `feed-importers.ts`. */
  readonly kind: string
  /** Its format, where the address does not tell. */
  readonly readsAs?: string
  /** It holds all there is: what is no longer in it is withdrawn. */
  readonly complete: boolean
  readonly everyMinutes: number
  /** When it is due. */
  readonly nextAt: string
  /** How often in a row it failed. */
  readonly failures: number
}

export interface NewFeed {
  readonly name: string
  readonly url: string
  readonly kind: string
  readonly readsAs?: string
  readonly complete?: boolean
  /** As people write it: `30m`, `6h`, `1d`. */
  readonly every?: string
}

/** How one reading ended: taken in, the same as before, put off because another import ran, or failed with nothing changed. */
export type FeedOutcome = 'taken' | 'same' | 'postponed' | 'failed'

export interface FeedRun {
  readonly id: string
  readonly feed: string
  readonly startedAt: string
  readonly endedAt: string
  readonly outcome: FeedOutcome
  /** The import, where something was taken in; its rejects stand under it. */
  readonly importRun?: string
  readonly counts: Readonly<Record<string, number>>
  /** Of the first records that were new or changed. */
  readonly titles: readonly string[]
  readonly message: string
}

const usualEvery = '6h'
const unitMinutes: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440 }
const shortestMinutes = 15
const longestMinutes = 31 * 1440

/** Minutes between two readings. @throws Invalid outside 15 minutes to 31 days */
export function readEvery(text: string = usualEvery): number {
  const [, number, unit = ''] = /^(\d{1,5})([mhd])$/.exec(text.trim()) ?? []
  const minutes = Number(number) * (unitMinutes[unit] ?? Number.NaN)
  if (!(minutes >= shortestMinutes && minutes <= longestMinutes))
    throw new Invalid('every', `"${text}" is no time between two readings. Write 15m to 31d, as 30m, 6h or 1d.`)
  return minutes
}

export function everyText(minutes: number): string {
  const unit = minutes % 1440 === 0 ? 'd' : minutes % 60 === 0 ? 'h' : 'm'
  return `${minutes / (unitMinutes[unit] ?? 1)}${unit}`
}

/** @throws Invalid */
export function readFeedName(name: string): string {
  if (!/^[a-z0-9][a-z0-9-]{0,49}$/.test(name))
    throw new Invalid('name', `"${name.slice(0, 80)}" is no name for a feed. Use small letters, digits and hyphens, at most 50.`)
  return name
}

const firstWaitMinutes = 5
const longestWaitMinutes = 1440
/** Another import ran: that ends by itself. */
export const postponedMinutes = 5

/** Minutes until a feed is tried again that failed so many times in a row: 5, 10, 20, up to a day. */
export function waitAfter(failures: number): number {
  return Math.min(firstWaitMinutes * 2 ** Math.max(0, failures - 1), longestWaitMinutes)
}
