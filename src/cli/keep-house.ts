import type { Modules } from '../modules/index.ts'
import { type Clock, type Log, todayInAmsterdam } from '../platform/index.ts'

/** What goes by itself with time: drafts that nobody used for 30 days, and vacancies that closed. */
export async function keepHouse(modules: Modules, clock: Clock, log: Log): Promise<void> {
  const drafts = await modules.people.removeExpiredDrafts()
  const vacancies = await modules.vacancies.expire(todayInAmsterdam(clock.now()))
  if (drafts > 0) log.info('drafts that nobody used were removed', { count: drafts })
  if (vacancies > 0) log.info('vacancies that closed are no longer shown', { count: vacancies })
}
