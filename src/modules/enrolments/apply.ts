import { type ActingDatabase, actAs, type DateText, Invalid, NotFound } from '../../platform/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import type { Enrolment } from './enrolment.ts'
import { addMove, countOpenOf, insertEnrolment, listEnrolments, lockApplying } from './enrolment-store.ts'
import { NotNow } from './not-now.ts'
import { findOffered, type Offered, startOn } from './offered-store.ts'
import type { EnrolmentsParts, Moment } from './parts.ts'
import { readText } from './read-text.ts'
import { readContact } from './recipient-store.ts'
import { readWish } from './rolling.ts'
import { askedSkills } from './skills.ts'
import { ensureStart, findStart, listAdmission } from './start-store.ts'
import { addSteps } from './step-store.ts'
import { type EnrolmentTerms, enrolmentTermsOn } from './terms.ts'
import { asProgram, momentOf } from './work.ts'

/** With what somebody applies: to which start, and what the educator sees of them. */
export interface Application {
  readonly offering: string
  /** A day that the offering names. Left out with a month. */
  readonly startsOn: DateText
  /** Of an offering that people start at any time: a month, as `2027-03`. */
  readonly month?: string | undefined
  /** A name, or what to be called. */
  readonly called: string
  /** Whether the educator sees their e-mail address. */
  readonly email?: boolean | undefined
  /** Whether the educator sees, of each skill that the programme asks, whether they have it. */
  readonly skills?: boolean | undefined
}

/**
 * "I want to take part": somebody applies for themselves. Gives the id.
 * @throws NotFound; Invalid; NotNow
 */
export async function apply(parts: EnrolmentsParts, actor: Actor, application: Application): Promise<string> {
  const person = actor.kind === 'account' ? actor.account : undefined
  permit(actor, 'enrolment.apply', { kind: 'offering', id: application.offering, person })
  const moment = momentOf(parts)
  const terms = await enrolmentTermsOn(parts.rules, moment.today)
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const one = await enter(parts, inside, { ...application, person: person ?? '' }, { moment, terms })
    await asProgram(inside, async (program) => {
      await parts.tell(program, 'applied', one, '')
      await parts.tell(program, 'new', one, '')
    })
    return one.id
  })
}

/**
 * Somebody applies by what they did elsewhere, as joining a cohort: in that transaction, which acts as a task. Who has an open enrolment there keeps it.
 * @throws NotFound; Invalid; NotNow
 */
export async function applyFor(
  parts: EnrolmentsParts,
  program: ActingDatabase,
  application: Application & { readonly person: string },
): Promise<Enrolment> {
  const { person, offering, startsOn } = application
  const [open] = await listEnrolments(program, { person, offering, startsOn, open: true }, 1)
  if (open) return open
  const moment = momentOf(parts)
  // In this transaction only its own database may be asked: the terms come from it too.
  const one = await enter(parts, program, application, { moment, terms: undefined })
  await parts.tell(program, 'applied', one, '')
  return one
}

async function enter(
  parts: EnrolmentsParts,
  inside: ActingDatabase,
  application: Application & { readonly person: string },
  { moment, terms }: { readonly moment: Moment; readonly terms: EnrolmentTerms | undefined },
): Promise<Enrolment> {
  const { person, offering } = application
  await lockApplying(inside, person)
  const offered = await findOffered(inside, offering)
  if (!offered?.isPublished) throw new NotFound('offering', offering)
  const called = readText('called', application.called, 'line')
  if (called === undefined) throw new Invalid('called', 'Say how the educator may call you.')
  const wish = application.month === undefined ? undefined : readWish(application.month, moment.today)
  const startsOn = wish?.startsOn ?? application.startsOn
  const organisation = wish ? await openWish(inside, offered, startsOn) : await openStart(inside, offered, startsOn, moment.today)
  const [already] = await listEnrolments(inside, { person, offering, startsOn, open: true }, 1)
  if (already) throw new NotNow('openAlready', 'You applied to this start already.')
  if (terms && (await countOpenOf(inside, person)) >= terms.openPerPerson)
    throw new NotNow('manyOpen', `At most ${terms.openPerPerson} applications at once. Withdraw one first.`)
  const contact = await asProgram(inside, (program) => readContact(program, person))
  const profile = application.skills ? await asProgram(inside, (program) => parts.profileOf(program, person)) : undefined
  const one: Enrolment = {
    id: parts.ids.next(),
    ...{ person, organisation, programme: offered.programme, programmeTitle: offered.title, offering, startsOn },
    ...{ demo: offered.demo, state: 'applied', isQuiet: false, called },
    ...(wish ? { wishedMonth: wish.wishedMonth } : {}),
    ...(application.email && contact ? { email: contact.email } : {}),
    ...(application.skills ? { skills: askedSkills(offered.prerequisites, profile) } : {}),
    ...{ appliedAt: moment.now, changedAt: moment.now },
  }
  await insertEnrolment(inside, one)
  await addSteps(inside, one.id, await listAdmission(inside, offered.programme))
  await addMove(inside, one.id, { move: 'apply', bySide: 'person', state: 'applied', at: moment.now }, person)
  return one
}

/** Puts the start in place, and refuses where it takes no enrolments today. @returns whose it is */
async function openStart(inside: ActingDatabase, offered: Offered, startsOn: DateText, today: DateText): Promise<string> {
  const { offering, programme, organisation } = offered
  const start = startOn(offered, startsOn)
  // Who answers for it must be here: otherwise there is nobody to apply to.
  if (!start || organisation === undefined) throw new NotNow('notOpen', 'Ask the provider: nobody here answers for this start.')
  const { seats: places, enrolFrom, enrolUntil } = start
  await ensureStart(inside, { offering, startsOn, organisation, programme, places, enrolFrom, enrolUntil })
  const held = await findStart(inside, offering, startsOn)
  if (windowOn({ startsOn, ...held }, today) !== 'open')
    throw new NotNow('notOpen', 'Applying is not possible today. Look at the days, or choose another start.')
  return organisation
}

/** A month stands for the start of who wished it: without a number of places, and without days to apply. @returns whose it is */
async function openWish(inside: ActingDatabase, offered: Offered, startsOn: DateText): Promise<string> {
  const { offering, programme, organisation, isRolling } = offered
  if (!isRolling || organisation === undefined)
    throw new NotNow('notOpen', 'This programme does not start at any time. Choose one of its days.')
  await ensureStart(inside, { offering, startsOn, organisation, programme })
  return organisation
}

/** Whether one can apply on a day: before and after its window one cannot, and not once it began. */
export function windowOn(
  start: { readonly startsOn: DateText; readonly enrolFrom?: DateText | undefined; readonly enrolUntil?: DateText | undefined },
  today: DateText,
): 'notYet' | 'open' | 'closed' {
  if (start.enrolFrom !== undefined && today < start.enrolFrom) return 'notYet'
  return today > (start.enrolUntil ?? start.startsOn) || today > start.startsOn ? 'closed' : 'open'
}
