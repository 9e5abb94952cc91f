import type { ActingDatabase, DateText } from '../../platform/index.ts'
import { bottleneckOf, firstFullWeek } from './bottleneck.ts'
import { type SeniorRole, seniorRoles } from './senior.ts'
import type { SeniorBoard, SeniorOnBoard } from './senior-hours.ts'
import { listBookings, listCandidates, listSeniors, listWeeks } from './senior-store.ts'
import { mondaysFrom } from './weeks.ts'

/** Weeks that are shown: about as far as a cohort runs. */
const weeksShown = 26

/** Everybody with a budget at an organisation, as its members see it. */
export async function showBoard(inside: ActingDatabase, organisation: string, today: DateText): Promise<SeniorBoard> {
  const mondays = mondaysFrom(today, weeksShown)
  const [from = today, until = today] = [mondays[0], mondays.at(-1)]
  const seniors = await listSeniors(inside, organisation)
  const accounts = seniors.map(({ account }) => account)
  const weeks = await listWeeks(inside, accounts, from, until)
  const bookings = Map.groupBy(await listBookings(inside, accounts, from, until), ({ account }) => account)
  const people = seniors.map((senior): SeniorOnBoard => {
    const own = { ...senior, weeks: weeks.get(senior.account) ?? [], bookings: bookings.get(senior.account) ?? [] }
    const fullFrom = firstFullWeek(own, mondays)
    return { ...own, ...(fullFrom === undefined ? {} : { fullFrom }) }
  })
  const members = await listCandidates(inside, organisation)
  return {
    mondays,
    people,
    bottleneck: bottleneckOf(people, mondays),
    members: members.map(({ account, name, roles }) => ({ account, name, roles: seniorRolesOf(roles) })),
  }
}

function seniorRolesOf(roles: readonly string[]): readonly SeniorRole[] {
  const isOwner = roles.includes('owner')
  return seniorRoles.filter((role) => role === 'guestTeacher' || isOwner || roles.includes(role))
}
