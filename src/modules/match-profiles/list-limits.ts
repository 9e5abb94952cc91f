import { createHash } from 'node:crypto'
import { type Clock, type Database, type DateText, Forbidden, NotFound, nextDay, todayInAmsterdam } from '../../platform/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { RulesService } from '../rules/index.ts'
import type { Vacancies, VacancyRecord } from '../vacancies/index.ts'
import { addState, countList, forgetDays, lockStates, statesOf } from './list-limit-store.ts'

/** Why an organisation gets no list of people now; pages have words for each. */
export type NoListReason = keyof typeof messages

const messages = {
  notChecked:
    'Only an organisation whose domain or KvK number was checked sees people. Have it checked first; a domain takes minutes.',
  tooManyLists: 'This organisation looked at as many lists of people today as it may. Come back tomorrow.',
  tooManyChanges:
    'Place, wage or hours of this vacancy were changed often this week. Its list of people is shown again as it was, or after some days.',
} as const

export class NoList extends Forbidden {
  readonly reason: NoListReason
  constructor(reason: NoListReason) {
    super(messages[reason])
    this.reason = reason
  }
}

/** Lets an organisation have the list of a vacancy, or says why not. @throws NoList */
export type MayList = (asked: { readonly organisation: string; readonly vacancy: string }) => Promise<void>

const weekMs = 7 * 86_400_000

/**
 * Who fits is found by finer values than are shown, as where somebody lives or the lowest wage. Whoever could ask with vacancy after vacancy, each a
 * little different, would find those values out. So who asks must be known, lists are counted by day, and changes of what such values are compared with
 * by week (docs/guides/threat-model.md).
 */
export function createListLimits(parts: {
  readonly db: Database
  readonly clock: Clock
  readonly rules: Pick<RulesService, 'find'>
  readonly organisations: Pick<Organisations, 'find'>
  readonly vacancies: Pick<Vacancies, 'find'>
}): MayList {
  const { db, clock, rules } = parts
  let forgotOn: DateText | undefined

  async function limitOf(id: string, today: DateText): Promise<number> {
    const value = (await rules.find(id, today))?.value
    // A rule that is missing must not open a door.
    return typeof value === 'number' ? value : 0
  }

  return async ({ organisation: id, vacancy }) => {
    const now = clock.now()
    const today = todayInAmsterdam(now)
    const organisation = await parts.organisations.find(id)
    if (!organisation || organisation.closed) throw new NotFound('organisation', id)
    if (organisation.verification === 'unverified' && !organisation.demo) throw new NoList('notChecked')
    const record = await parts.vacancies.find(vacancy)
    if (!record) throw new NotFound('vacancy', vacancy)
    const changes = await limitOf('people-changes-a-week', today)
    const lists = await limitOf('people-lists-a-day', today)
    if (!(await db.transaction((inside) => isAllowedState(inside, record, changes, now)))) throw new NoList('tooManyChanges')
    if (!(await countList(db, id, today, lists))) throw new NoList('tooManyLists')
    if (forgotOn === today) return
    forgotOn = today
    await forgetDays(db, nextDay(today, -1))
  }
}

/** The state that was listed last is free; another one is a change, and of those only so many are listed in a week. */
async function isAllowedState(inside: Database, record: VacancyRecord, mostChanges: number, now: number): Promise<boolean> {
  await lockStates(inside, record.id)
  const listed = await statesOf(inside, record.id)
  const state = stateOf(record)
  const last = listed.at(-1)
  if (last?.state === state) return true
  const changes = listed.slice(1).filter(({ firstAt }) => firstAt > now - weekMs).length
  if (last && changes >= mostChanges) return false
  await addState(inside, record.id, { number: (last?.number ?? 0) + 1, state, firstAt: now })
  return true
}

/** What finer values of people are compared with: all but skills. */
function stateOf({ region, facts }: VacancyRecord): string {
  const {
    at,
    remoteShare,
    hours,
    days,
    wageCents,
    languages,
    workLevel,
    experienceYears,
    sponsorsPermit,
    startFrom,
    latestStart,
  } = facts
  const compared = [
    region,
    at,
    remoteShare,
    hours,
    days,
    wageCents,
    languages,
    workLevel,
    experienceYears,
    sponsorsPermit,
    startFrom,
    latestStart,
  ]
  return createHash('sha256')
    .update(JSON.stringify(compared.map((one) => one ?? null)))
    .digest('base64url')
}
