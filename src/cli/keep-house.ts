import { checkpointText } from '../modules/decision-log/index.ts'
import type { Modules } from '../modules/index.ts'
import { type Clock, type DateText, type Log, todayInAmsterdam } from '../platform/index.ts'

/**
 * What goes by itself with time: drafts that nobody used for 30 days, vacancies that closed, raw records that nothing is read from any more, readings of texts
 * that are not used, changes in the outbox after a day, mail, and parts of the decision log at the end of their term.
 * So do introductions, consents that end on a day, and asking people how it goes. Accounts that nobody used for long go, and so does who an old backup
 * brought back.
 * Once a day what is shown of found people is coarsened anew.
 */
export async function keepHouse(modules: Modules, clock: Clock, log: Log): Promise<void> {
  const drafts = (await modules.people.removeExpiredDrafts()) + (await modules.vacancyChecks.removeExpiredDrafts())
  const today = todayInAmsterdam(clock.now())
  const vacancies = await modules.vacancies.expire(today)
  const emptied = await emptyRaw(modules, clock, today)
  const readings = (await modules.texts?.removeUnused()) ?? 0
  const changes = await modules.outbox.prune(clock.now() - dayMs)
  const sessions = await modules.accounts.removeExpired()
  const ofOrganisations = await modules.organisations.removeExpired()
  const uploads = await modules.programmeDesk.keepHouse()
  const mail = await modules.mail.keepHouse()
  await keepDecisionLog(modules, today, log)
  const needs = await modules.needs.keepHouse()
  await modules.matchProfiles.coarsenWhenDue()
  const introductions = await modules.introductions.tick()
  const outcomes = await modules.outcomes.tick()
  const enrolments = await modules.enrolments.tick()
  const placements = await modules.placements.tick()
  const evidence = await modules.credits.keepHouse()
  const consents = await modules.consents.endPassed()
  const asked = await modules.followUps.askDue()
  const terms = await modules.dataRights.keepTerms()
  const advice = await modules.advising.keepHouse()
  const cohorts = await modules.cohorts.keepHouse()
  const cases = await modules.riskCases.keepHouse()
  const pictures = await modules.riskCases.makePictures()
  const alerts = await modules.vacancyAlerts.keepHouse()
  const badges = await modules.badges.keepHouse()
  const held = await modules.credentials.keepHouse()
  if (drafts > 0) log.info('drafts that nobody used were removed', { count: drafts })
  if (vacancies > 0) log.info('vacancies that closed are no longer shown', { count: vacancies })
  if (emptied > 0) log.info('raw records that are not needed any more were emptied', { count: emptied })
  if (readings > 0) log.info('readings of texts that were not used for long were removed', { count: readings })
  if (changes > 0) log.info('old changes went from the outbox', { count: changes })
  if (sessions > 0) log.info('sessions that ended were removed', { count: sessions })
  if (ofOrganisations > 0) log.info('old invitations and links of organisations were removed', { count: ofOrganisations })
  if (uploads > 0) log.info('files with programmes that nobody brought in were removed', { count: uploads })
  if (mail.dropped > 0) log.info('mail that waited too long was dropped', { count: mail.dropped })
  if (needs.ended > 0) log.info('releases of needs that ended were removed', { count: needs.ended })
  if (needs.sealedAnew > 0) log.info('needs were encrypted anew with the newest key', { count: needs.sealedAnew })
  if (introductions.overdue > 0) log.info('organisations did not answer in time', { count: introductions.overdue })
  if (introductions.removed > 0) log.info('introductions that ended were erased', { count: introductions.removed })
  if (enrolments.lapsed > 0) log.info('places were held long enough, and go on', { count: enrolments.lapsed })
  if (enrolments.offered > 0) log.info('free places were offered to who waited', { count: enrolments.offered })
  if (enrolments.removed > 0) log.info('enrolments that ended were erased', { count: enrolments.removed })
  if (evidence > 0) log.info('files beside work that earned credits went at the end of their term', { count: evidence })
  if (placements.removed > 0) log.info('placements that ended some years ago were removed', { count: placements.removed })
  if (consents > 0) log.info('consents ended on their day', { count: consents })
  if (advice > 0) log.info('advice that ended long enough ago was removed', { count: advice })
  if (cohorts.lapsed > 0) log.info('cohorts that nobody started lapsed', { count: cohorts.lapsed })
  if (cohorts.removed > 0) log.info('people of cohorts that ended were removed', { count: cohorts.removed })
  if (cases > 0) log.info('cases that closed long enough ago were removed', { count: cases })
  if (held.lapsed > 0) log.info('credentials that ended or were taken back count no more', { count: held.lapsed })
  if (pictures > 0) log.info('pictures of cases were made', { count: pictures })
  if (badges.ended > 0) log.info('badges that nobody answered in time are offered no more', { count: badges.ended })
  if (badges.sealedAnew > 0) log.info('keys of issuers were encrypted anew with the newest secret', { count: badges.sealedAnew })
  if (outcomes.removed > 0) log.info('outcomes at the end of their term were removed', { count: outcomes.removed })
  if (alerts > 0) log.info('new vacancies that were found for people long ago were removed', { count: alerts })
  if (asked > 0) log.info('people were asked how it goes', { count: asked })
  if (terms.warned > 0) log.info('people who were not here for long were written to', { count: terms.warned })
  if (terms.erased > 0) log.info('accounts that were not used for long were erased', { count: terms.erased })
  const forgotten = mail.emptied + mail.removed
  if (forgotten > 0) log.info('contents and rows of old mail were removed', { count: forgotten })
}

/** The end of a term is a dated rule: without one nothing is removed. */
async function keepDecisionLog({ decisionLog, rules }: Modules, today: DateText, log: Log): Promise<void> {
  const months = (await rules.find('decision-log-months', today))?.value
  const removed = typeof months === 'number' ? await decisionLog.expire(months) : 0
  if (removed > 0) log.info('parts of the decision log were removed at the end of their term', { count: removed })
  // A broken chain is told each time, and holds up nothing else that goes with time.
  const checkpoint = await decisionLog
    .checkpointWhenDue()
    .catch((error: unknown) => log.error('no checkpoint was signed', { error: String(error) }))
  // Nothing personal: who keeps the log lines elsewhere keeps the checkpoints elsewhere.
  if (checkpoint) log.info('a checkpoint of the decision log was signed', { checkpoint: checkpointText(checkpoint) })
}

const daysOfMonth = 30
const dayMs = 86_400_000

/** After how many months is a dated rule: without one nothing is emptied. */
async function emptyRaw(modules: Modules, clock: Clock, today: DateText): Promise<number> {
  const term = (await modules.rules.find('raw-record-months', today))?.value
  return typeof term === 'number' ? modules.vacancies.emptyUnneeded(clock.now() - term * daysOfMonth * dayMs) : 0
}
