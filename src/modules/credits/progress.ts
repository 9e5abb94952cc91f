import { addWorkingDays, type DateText, type Holidays, nextDay } from '../../platform/index.ts'
import { shareOut, type Unit } from './unit.ts'

/** A piece of work, as progress asks of it. */
export interface WorkDone {
  readonly id: string
  readonly minutes: number
  readonly state: 'logged' | 'confirmed' | 'returned'
  readonly units: readonly string[]
  /** Day of its confirmation, while it is confirmed. */
  readonly confirmedOn?: DateText | undefined
}

/** An award, as progress asks of it. */
export interface AwardGiven {
  readonly unit: string
  readonly amount: number
  readonly on: DateText
  readonly withdrawnOn?: DateText | undefined
  readonly work: readonly string[]
}

export interface UnitProgress {
  readonly unit: Unit
  /** Minutes of confirmed work for it that no award rests on yet, and of work that waits for a confirmation. */
  readonly confirmed: number
  readonly waiting: number
  /** Minutes of all confirmed work for it, also under awards. */
  readonly confirmedEver: number
  /** In the smallest units. Earned, running and to go are together all of it. */
  readonly earned: number
  readonly running: number
  readonly toGo: number
}

/**
 * Which version of each unit holds for one student: the one they have credits of, else the one their work is about, else the newest that is offered.
 * @param units all versions
 */
export function unitsFor(units: readonly Unit[], work: readonly WorkDone[], awards: readonly AwardGiven[]): readonly Unit[] {
  const awarded = new Set(awards.filter(({ withdrawnOn }) => withdrawnOn === undefined).map(({ unit }) => unit))
  const linked = new Set(work.flatMap((one) => one.units))
  return [...new Set(units.map(({ family }) => family))].flatMap((family) => {
    const versions = units.filter((unit) => unit.family === family).sort((a, b) => b.version - a.version)
    const held = versions.find(({ id }) => awarded.has(id)) ?? versions.find(({ id }) => linked.has(id))
    const [newest] = versions
    return held ? [held] : newest && !newest.isRetired ? [newest] : []
  })
}

/** Progress of each unit, at the end of a day. */
export function progressOn(
  day: DateText,
  units: readonly Unit[],
  work: readonly WorkDone[],
  awards: readonly AwardGiven[],
): readonly UnitProgress[] {
  const standing = awards.filter(({ on, withdrawnOn }) => on <= day && (withdrawnOn === undefined || withdrawnOn > day))
  return units.map((unit) => {
    const ofUnit = standing.filter((award) => award.unit === unit.id)
    const used = new Set(ofUnit.flatMap((award) => award.work))
    const earned = ofUnit.reduce((sum, { amount }) => sum + amount, 0)
    const sums = { confirmed: 0, waiting: 0, confirmedEver: 0 }
    for (const one of work) {
      const minutes = shareOut(one.minutes, one.units).get(unit.id) ?? 0
      const isConfirmed = one.state === 'confirmed' && one.confirmedOn !== undefined && one.confirmedOn <= day
      if (isConfirmed) sums.confirmedEver += minutes
      if (isConfirmed && !used.has(one.id)) sums.confirmed += minutes
      if (one.state === 'logged') sums.waiting += minutes
    }
    const left = unit.amount - earned
    const running = Math.min(left, runningOf(unit, sums.confirmed))
    return { unit, ...sums, earned, running, toGo: left - running }
  })
}

/** As large a part of the unit as of the minutes that it asks are confirmed; all of it where it asks none. */
function runningOf({ amount, evidenceMinutes }: Unit, confirmed: number): number {
  if (confirmed === 0) return 0
  if (evidenceMinutes === 0) return amount
  return Math.floor((amount * Math.min(confirmed, evidenceMinutes)) / evidenceMinutes)
}

export interface BehindTerms {
  readonly behindFromDays: number
  readonly behindShare: number
  readonly behindToldWorkingDays: number
  readonly holidays: Holidays
}

export interface BehindAsked {
  readonly from: DateText
  readonly until: DateText
  readonly today: DateText
  readonly units: readonly Unit[]
  readonly work: readonly WorkDone[]
  readonly awards: readonly AwardGiven[]
  readonly terms: BehindTerms
}

/** Somebody falls behind: since which day, how far, and from which day the others see it. */
export interface BehindSignal {
  readonly since: DateText
  /** Of the time that is past, and of all credits that are earned or running. */
  readonly timeShare: number
  readonly creditShare: number
  readonly othersSeeFrom: DateText
}

/**
 * Whether somebody is behind today, and since when without a break. Between two days on which something happened only time moves, so in each such
 * stretch it begins at most once: no day is looked at one by one.
 */
export function findBehind(asked: BehindAsked): BehindSignal | undefined {
  const { from, until, today, work, awards, terms } = asked
  const last = today < until ? today : until
  const first = nextDay(from, terms.behindFromDays)
  if (today > until || last < first || !isBehind(asked, last)) return undefined
  const events = [
    ...work.flatMap(({ confirmedOn }) => confirmedOn ?? []),
    ...awards.flatMap(({ on, withdrawnOn }) => (withdrawnOn === undefined ? [on] : [on, withdrawnOn])),
  ]
  const starts = [...new Set([first, ...events.filter((day) => day > first && day <= last)])].sort().reverse()
  let since = last
  let end = last
  for (const start of starts) {
    if (!isBehind(asked, end)) break
    since = firstBehind(asked, start, end)
    if (since > start) break
    end = nextDay(start, -1)
  }
  return {
    since,
    ...sharesOn(asked, last),
    othersSeeFrom: addWorkingDays(since, terms.behindToldWorkingDays, terms.holidays),
  }
}

/** Within a stretch in which nothing happens it only gets worse: the first day by halving. `end` is behind. */
function firstBehind(asked: BehindAsked, start: DateText, end: DateText): DateText {
  let [low, high] = [0, daysBetween(start, end)]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isBehind(asked, nextDay(start, middle))) high = middle
    else low = middle + 1
  }
  return nextDay(start, low)
}

export function isBehind(asked: BehindAsked, day: DateText): boolean {
  const { timeShare, creditShare } = sharesOn(asked, day)
  return timeShare - creditShare > asked.terms.behindShare
}

function sharesOn({ from, until, units, work, awards }: BehindAsked, day: DateText) {
  const total = units.reduce((sum, { amount }) => sum + amount, 0)
  const have = progressOn(day, units, work, awards).reduce((sum, { earned, running }) => sum + earned + running, 0)
  const days = Math.max(1, daysBetween(from, until) + 1)
  return {
    timeShare: Math.min(1, Math.max(0, (daysBetween(from, day) + 1) / days)),
    // Where there is nothing to earn nobody is behind.
    creditShare: total === 0 ? 1 : have / total,
  }
}

export function daysBetween(from: DateText, to: DateText): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
