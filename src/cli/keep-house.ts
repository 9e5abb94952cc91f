import type { Modules } from '../modules/index.ts'
import { type Clock, type DateText, type Log, todayInAmsterdam } from '../platform/index.ts'

/**
 * What goes by itself with time: drafts that nobody used for 30 days, vacancies that closed, raw records that nothing is read from any more, readings of texts
 * that are not used, and changes in the outbox after a day.
 */
export async function keepHouse(modules: Modules, clock: Clock, log: Log): Promise<void> {
  const drafts = (await modules.people.removeExpiredDrafts()) + (await modules.vacancyChecks.removeExpiredDrafts())
  const today = todayInAmsterdam(clock.now())
  const vacancies = await modules.vacancies.expire(today)
  const emptied = await emptyRaw(modules, clock, today)
  const readings = (await modules.texts?.removeUnused()) ?? 0
  const changes = await modules.outbox.prune(clock.now() - dayMs)
  if (drafts > 0) log.info('drafts that nobody used were removed', { count: drafts })
  if (vacancies > 0) log.info('vacancies that closed are no longer shown', { count: vacancies })
  if (emptied > 0) log.info('raw records that are not needed any more were emptied', { count: emptied })
  if (readings > 0) log.info('readings of texts that were not used for long were removed', { count: readings })
  if (changes > 0) log.info('old changes went from the outbox', { count: changes })
}

const daysOfMonth = 30
const dayMs = 86_400_000

/** After how many months is a dated rule: without one nothing is emptied. */
async function emptyRaw(modules: Modules, clock: Clock, today: DateText): Promise<number> {
  const term = (await modules.rules.find('raw-record-months', today))?.value
  return typeof term === 'number' ? modules.vacancies.emptyUnneeded(clock.now() - term * daysOfMonth * dayMs) : 0
}
