import type { DateText } from '../../platform/index.ts'
import type { SeniorRole, SeniorWeek } from './senior.ts'

/** Somebody's weeks, in order; weeks without a budget are left out. */
export interface OwnWeeks {
  readonly account: string
  readonly role: SeniorRole
  readonly weeks: readonly SeniorWeek[]
}

/** Where hours run out first. */
export interface Bottleneck {
  /** The week (its Monday) with the smallest share of hours left; of equal ones the first. */
  readonly week: DateText
  /** Over everybody with a budget in that week. */
  readonly leftMinutes: number
  readonly budgetMinutes: number
  /** As what people have the smallest share left in that week; of equal ones the first by name. */
  readonly role: SeniorRole
  readonly roleLeftMinutes: number
  /** Who has nothing left in that week. */
  readonly full: readonly string[]
}

/** Undefined where nobody has a budget in these weeks, or nothing is booked in them: then nothing is scarce yet. */
export function bottleneckOf(people: readonly OwnWeeks[], mondays: readonly DateText[]): Bottleneck | undefined {
  const tightest = mondays
    .map((week) => ({ week, ...sumOf(people, week) }))
    .filter(({ budgetMinutes, bookedMinutes }) => budgetMinutes > 0 && bookedMinutes > 0)
    .reduce<Sum | undefined>((best, one) => (best === undefined || isTighter(one, best) ? one : best), undefined)
  if (!tightest) return undefined
  const { week, budgetMinutes, bookedMinutes } = tightest
  const byRole = [...Map.groupBy(people, ({ role }) => role)]
    .map(([role, own]) => ({ role, ...sumOf(own, week), week }))
    .filter((one) => one.budgetMinutes > 0)
    .sort((a, b) => (a.role < b.role ? -1 : 1))
    .reduce((best, one) => (isTighter(one, best) ? one : best))
  return {
    week,
    leftMinutes: budgetMinutes - bookedMinutes,
    budgetMinutes,
    role: byRole.role,
    roleLeftMinutes: byRole.budgetMinutes - byRole.bookedMinutes,
    full: people.filter((one) => isFull(one, week)).map(({ account }) => account),
  }
}

/** The first of these weeks in which somebody has a budget and nothing of it left. */
export const firstFullWeek = (one: Pick<OwnWeeks, 'weeks'>, mondays: readonly DateText[]): DateText | undefined =>
  mondays.find((week) => isFull(one, week))

interface Sum {
  readonly week: DateText
  readonly budgetMinutes: number
  readonly bookedMinutes: number
}

function sumOf(people: readonly OwnWeeks[], week: DateText): Pick<Sum, 'budgetMinutes' | 'bookedMinutes'> {
  const own = people.flatMap(({ weeks }) => weeks.filter((one) => one.week === week))
  return {
    budgetMinutes: own.reduce((sum, one) => sum + one.budgetMinutes, 0),
    bookedMinutes: own.reduce((sum, one) => sum + one.bookedMinutes, 0),
  }
}

/** A larger share is booked: compared by products, so that no share is rounded. */
const isTighter = (a: Omit<Sum, 'week'>, b: Omit<Sum, 'week'>): boolean =>
  a.bookedMinutes * b.budgetMinutes > b.bookedMinutes * a.budgetMinutes

const isFull = ({ weeks }: Pick<OwnWeeks, 'weeks'>, week: DateText): boolean =>
  weeks.some((one) => one.week === week && one.budgetMinutes > 0 && one.bookedMinutes >= one.budgetMinutes)
