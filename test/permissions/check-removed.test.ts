/**
 * The application's check taken out: `permit` lets everybody do everything. What modules read is then what the database shows, and that is nothing of
 * somebody else.
 */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Modules } from '../../src/modules/index.ts'
import { type AccountActor, type Actor, isPermitted } from '../../src/modules/permissions/index.ts'
import type { Database } from '../../src/platform/index.ts'
import { freshDatabases } from '../databases.ts'
import { askedBadge, badgeOf, signingKeyOf } from './badge-world.ts'
import { enrolmentOf, offeringOf, startsOn } from './enrolment-world.ts'
import { placementOf } from './placement-world.ts'
import { deskProgrammeOf } from './teaching-world.ts'
import { orgOf, person, plantedModules, sessionOf } from './world.ts'

vi.mock('../../src/modules/permissions/permit.ts', () => ({ permit: () => {}, isPermitted: () => true }))

const theirs = orgOf('own', 'employer')

/** Every reading of something personal, of an organisation or introduction that the actor has nothing to do with. */
const readings: Readonly<Record<string, (modules: Modules, actor: Actor) => Promise<unknown>>> = {
  'organisations.members': ({ organisations }, actor) => organisations.members(actor, theirs.id),
  'organisations.invitations': ({ organisations }, actor) => organisations.invitations(actor, theirs.id),
  'organisations.keys': ({ organisations }, actor) => organisations.keys(actor, theirs.id),
  'organisations.checksOf': ({ organisations }, actor) => organisations.checksOf(actor, theirs.id),
  'organisations.onboardings': ({ organisations }, actor) => organisations.onboardings(actor, theirs.id),
  'organisations.onboarding': ({ organisations }, actor) => organisations.onboarding(actor, theirs.id, theirs.onboarding),
  'organisations.openDomainCheck': ({ organisations }, actor) => organisations.openDomainCheck(actor, theirs.code),
  'introductions.get': ({ introductions }, actor) => introductions.get(actor, theirs.introduction),
  'introductions.list': ({ introductions }, actor) => introductions.list(actor, { organisation: theirs.id }),
  'enrolments.get': ({ enrolments }, actor) => enrolments.get(actor, enrolmentOf(theirs)),
  // A start names no people: who takes part in it is what must not show.
  'enrolments.getStart': async ({ enrolments }, actor) => {
    const at = { organisation: theirs.id, offering: offeringOf(theirs), startsOn }
    return (await enrolments.getStart(actor, at)).people
  },
  'badges.look': ({ badges }, actor) => badges.look(actor, badgeOf(theirs.id)),
  'badges.desk': async ({ badges }, actor) => (await badges.desk(actor, theirs.id)).badges,
  'badges.desk, offers': async ({ badges }, actor) => (await badges.desk(actor, theirs.id)).offers,
  'badges.keysOf': ({ badges }, actor) => badges.keysOf(actor, theirs.id),
  'needs.releasedTo': ({ needs }, actor) =>
    needs.releasedTo(actor, { organisation: 'free-organisation', introduction: theirs.introduction, person }),
  'cohorts.look': ({ cohorts }, actor) => cohorts.look(actor, `cohort-${theirs.id}`, 'nl'),
  'cohorts.lookAsEmployer': ({ cohorts }, actor) =>
    cohorts.lookAsEmployer(actor, { id: `cohort-${theirs.id}`, organisation: theirs.id }, 'nl'),
  'vacancyDesk.get': ({ vacancyDesk }, actor) => vacancyDesk.get(actor, { organisation: theirs.id, vacancy: theirs.vacancy }),
  'placements.get': ({ placements }, actor) => placements.get(actor, placementOf(theirs)),
  'placements.list': ({ placements }, actor) => placements.list(actor, { organisation: theirs.id }),
  'placements.recognitions': async ({ placements }, actor) => (await placements.schoolRegister(actor, theirs.id)).recognitions,
  'vacancyDesk.list': ({ vacancyDesk }, actor) => vacancyDesk.list(actor, theirs.id),
  'programmeDesk.get': ({ programmeDesk }, actor) =>
    programmeDesk.get(actor, { organisation: theirs.id, programme: deskProgrammeOf(theirs) }),
  'vacancyDesk.changes': ({ vacancyDesk }, actor) =>
    vacancyDesk.changes(actor, { organisation: theirs.id, vacancy: theirs.vacancy }),
}

/** The same, where the module asks by the account of who acts: an actor with somebody else's account in it is no other. */
const changes: Readonly<Record<string, (modules: Modules, actor: Actor) => Promise<unknown>>> = {
  'accounts.endSession': ({ accounts }, actor) => accounts.endSession(actor, `session-of-${person}`),
  'organisations.removeMember': ({ organisations }, actor) => organisations.removeMember(actor, theirs.id, theirs.member),
  'organisations.changeRoles': ({ organisations }, actor) =>
    organisations.changeRoles(actor, theirs.id, theirs.member, ['owner']),
  'organisations.revokeKey': ({ organisations }, actor) => organisations.revokeKey(actor, theirs.id, theirs.key),
  'organisations.withdrawInvitation': ({ organisations }, actor) =>
    organisations.withdrawInvitation(actor, theirs.id, theirs.invitation),
  'introductions.accept': ({ introductions }, actor) => introductions.accept(actor, theirs.introduction),
  'introductions.release': ({ introductions }, actor) => introductions.release(actor, theirs.introduction, ['name']),
  'introductions.sendMessage': ({ introductions }, actor) => introductions.sendMessage(actor, theirs.introduction, 'Dag.'),
  'enrolments.withdraw': ({ enrolments }, actor) => enrolments.withdraw(actor, enrolmentOf(theirs)),
  'enrolments.changeReleased': ({ enrolments }, actor) =>
    enrolments.changeReleased(actor, enrolmentOf(theirs), { called: 'x', email: true, keepSkills: true }),
  'enrolments.decline': ({ enrolments }, actor) => enrolments.decline(actor, enrolmentOf(theirs), { reason: 'term' }),
  'badges.issue': ({ badges }, actor) =>
    badges.issue(actor, {
      ...askedBadge,
      ...{ organisation: theirs.id, person: 'person', about: { kind: 'practice', ref: 'of a stranger' } },
    }),
  'badges.offer': ({ badges }, actor) =>
    badges.offer(actor, {
      ...askedBadge,
      ...{ organisation: theirs.id, email: 'x@voorbeeld.example', mailLanguage: 'nl', about: { kind: 'practice', ref: 'x' } },
    }),
  'badges.revoke': ({ badges }, actor) => badges.revoke(actor, theirs.id, badgeOf(theirs.id), 'mistake'),
  'badges.remove': ({ badges }, actor) => badges.remove(actor, badgeOf(theirs.id)),
  'badges.show': ({ badges }, actor) => badges.show(actor, badgeOf(theirs.id), { isPublic: true, showsName: true }),
  'badges.rotateKey': ({ badges }, actor) => badges.rotateKey(actor, theirs.id),
  'badges.loseKey': ({ badges }, actor) => badges.loseKey(actor, theirs.id, signingKeyOf(theirs.id), 0),
  'needs.withdraw': ({ needs }, actor) => needs.withdraw(actor, 'a release of somebody else'),
  'programmeDesk.publish': ({ programmeDesk }, actor) =>
    programmeDesk.publish(actor, { organisation: theirs.id, programme: deskProgrammeOf(theirs) }),
  'placements.withdraw': ({ placements }, actor) => placements.withdraw(actor, placementOf(theirs)),
  'vacancyDesk.pause': ({ vacancyDesk }, actor) => vacancyDesk.pause(actor, { organisation: theirs.id, vacancy: theirs.vacancy }),
}

describe.each(freshDatabases())('without the check of the application, on $name', ({ open }) => {
  let db: Database
  let modules: Modules
  let stranger: AccountActor
  let member: AccountActor

  beforeAll(async () => {
    db = await open()
    modules = await plantedModules(db, db)
    const actor = async (name: string): Promise<AccountActor> => (await modules.accounts.actorOf(sessionOf(name))) as AccountActor
    stranger = await actor('other-owner-employer')
    member = await actor('owner-employer')
  }, 300_000)
  afterAll(() => db?.close())

  test.each(Object.entries(readings))('%s shows a stranger nothing', async (_name, read) => {
    expect(await seen(read(modules, stranger))).toBe('nothing')
  })

  test('the check is out: everybody may do everything', () => {
    expect(isPermitted(stranger, 'organisation.verify', { kind: 'organisation', id: theirs.id })).toBe(true)
  })

  // Else the test above would pass with nothing to see.
  test('a member of the organisation sees something in most of them', async () => {
    const shown = []
    for (const [name, read] of Object.entries(readings)) if ((await seen(read(modules, member))) !== 'nothing') shown.push(name)
    expect(shown.length).toBeGreaterThanOrEqual(8)
  })

  test.each(Object.entries(changes))('%s changes nothing of somebody else', async (_name, change) => {
    await expect(change(modules, stranger)).rejects.toThrow()
  })
})

/** 'nothing' for an empty answer and for one that says that it is not there. */
async function seen(asked: Promise<unknown>): Promise<string> {
  const answer = await asked.catch((error: unknown) => {
    if (error instanceof Error && ['NotFound', 'Refused', 'Conflict', 'Forbidden'].some((name) => error.name === name)) return []
    throw error
  })
  return Array.isArray(answer) && answer.length === 0 ? 'nothing' : JSON.stringify(answer)
}
