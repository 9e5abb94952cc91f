import { type Database, type DateText, type Holidays, workingDaysUntil } from '../../platform/index.ts'
import type { KnownRate, ReplyRate } from './introduction.ts'
import { listReplies, listRepliesOf, type Replies } from './reply-store.ts'
import type { Terms } from './terms.ts'

/**
 * How often an organisation, or one vacancy, answers: of the first questions of people in the last months, those that got an answer. A question whose term
 * still runs counts only once it is answered; one that was taken back in time does not count.
 */
export async function replyRateOf(
  db: Database,
  of: { readonly organisation: string } | { readonly vacancy: string },
  today: DateText,
  terms: Pick<Terms, 'rateMonths' | 'rateLeast' | 'holidays'>,
): Promise<ReplyRate> {
  return rateOf(await listReplies(db, of, monthsBefore(today, terms.rateMonths), today), terms)
}

/** The same for a list: only of organisations that got enough questions, with one look at the record. */
export async function knownRatesOf(
  db: Database,
  organisations: readonly string[],
  today: DateText,
  terms: Pick<Terms, 'rateMonths' | 'rateLeast' | 'holidays'>,
): Promise<ReadonlyMap<string, KnownRate>> {
  const replies = await listRepliesOf(db, organisations, monthsBefore(today, terms.rateMonths), today)
  return new Map(
    [...replies].flatMap(([organisation, all]) => {
      const rate = rateOf(all, terms)
      return rate.known ? [[organisation, rate] as const] : []
    }),
  )
}

export function rateOf(replies: readonly Replies[], { rateLeast, holidays }: Pick<Terms, 'rateLeast' | 'holidays'>): ReplyRate {
  if (replies.length < rateLeast) return { known: false, of: replies.length }
  const days = replies.flatMap(({ askedOn, answeredOn }) =>
    answeredOn === undefined ? [] : [daysOf(askedOn, answeredOn, holidays)],
  )
  const median = middle(days)
  return {
    known: true,
    answered: days.length,
    of: replies.length,
    ...(median === undefined ? {} : { medianWorkingDays: median }),
  }
}

/** An answer on the same day, or in the weekend after it, took no working day. */
const daysOf = (askedOn: DateText, answeredOn: DateText, holidays: Holidays): number =>
  workingDaysUntil(askedOn, answeredOn, holidays)

/** The middle one; of an even number the higher of the two, so that nobody is promised more than half of them got. */
function middle(numbers: readonly number[]): number | undefined {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

/** The same day so many months earlier; the last of the month where that has no such day. */
export function monthsBefore(date: DateText, months: number): DateText {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10)
}
