import { actAs, type Database, Invalid, NotFound } from '../../platform/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import type { AdmissionStep, EnrolmentStart, OneOrBoth } from './enrolment.ts'
import { NotNow } from './not-now.ts'
import { findOffered, findOwner, type Offered, startOn } from './offered-store.ts'
import type { EnrolmentsParts } from './parts.ts'
import { offerFreePlaces } from './places.ts'
import { readDay, readText } from './read-text.ts'
import { stepKinds } from './reasons.ts'
import { ensureStart, findStart, listAdmission, lockStart, replaceAdmission, setStart } from './start-store.ts'
import { enrolmentTermsOn } from './terms.ts'
import { asProgram, momentOf } from './work.ts'

/** A start at its educator. */
export interface StartAt {
  readonly organisation: string
  readonly offering: string
  readonly startsOn: string
}

const mostSteps = 8

/**
 * The admission steps of a programme, in order; whoever applied keeps those of then.
 * @throws Invalid where a step has no kind of the list or no purpose in any language
 */
export async function setAdmission(
  parts: EnrolmentsParts,
  actor: Actor,
  of: { readonly organisation: string; readonly programme: string },
  given: readonly { readonly kind: string; readonly nl?: string | undefined; readonly en?: string | undefined }[],
): Promise<void> {
  permit(actor, 'enrolment.setUp', { kind: 'organisation', id: of.organisation, organisation: of.organisation })
  const steps = readSteps(given)
  await actAs(parts.db, actingAs(actor), async (inside) => {
    if ((await findOwner(inside, of.programme)) !== of.organisation) throw new NotFound('programme', of.programme)
    await replaceAdmission(inside, of, steps)
  })
}

/** @throws Invalid */
function readSteps(given: Parameters<typeof setAdmission>[3]): AdmissionStep[] {
  if (given.length > mostSteps) throw new Invalid('steps', `At most ${mostSteps} steps.`)
  return given.map(({ kind, nl, en }, at) => {
    const known = stepKinds.find((one) => one === kind)
    if (!known) throw new Invalid(`steps.${at}`, `Choose what kind of step it is: ${stepKinds.join(', ')}.`)
    const [inDutch, inEnglish] = [readText(`steps.${at}`, nl, 'line'), readText(`steps.${at}`, en, 'line')]
    const purpose: OneOrBoth = {
      ...(inDutch === undefined ? {} : { nl: inDutch }),
      ...(inEnglish === undefined ? {} : { en: inEnglish }),
    }
    if (inDutch === undefined && inEnglish === undefined)
      throw new Invalid(`steps.${at}`, 'Say what the step is for, in Dutch or in English.')
    return { kind: known, purpose }
  })
}

/**
 * Places of a start, and from when until when one can apply. More places go to who waits.
 * @throws Invalid; NotNow `placesTaken` where fewer are asked than are taken and held
 */
export async function setPlaces(
  parts: EnrolmentsParts,
  actor: Actor,
  at: StartAt,
  given: { readonly places: string; readonly enrolFrom?: string | undefined; readonly enrolUntil?: string | undefined },
): Promise<void> {
  permit(actor, 'enrolment.setUp', { kind: 'organisation', id: at.organisation, organisation: at.organisation })
  const moment = momentOf(parts)
  const terms = await enrolmentTermsOn(parts.rules, moment.today)
  const places = readPlaces(given.places)
  const window = { enrolFrom: readDay('enrolFrom', given.enrolFrom), enrolUntil: readDay('enrolUntil', given.enrolUntil) }
  if (window.enrolFrom !== undefined && window.enrolUntil !== undefined && window.enrolFrom > window.enrolUntil)
    throw new Invalid('enrolUntil', 'The last day to apply is not before the first.')
  if (window.enrolUntil !== undefined && window.enrolUntil > at.startsOn)
    throw new Invalid('enrolUntil', 'The last day to apply is not after the first day of the course.')
  await actAs(parts.db, actingAs(actor), async (inside) => {
    await openStartAt(inside, at)
    await lockStart(inside, at.offering, at.startsOn)
    if (!(await setStart(inside, { ...at, places, ...window })))
      throw new NotNow('placesTaken', 'More places are taken or held already.')
    await asProgram(inside, (program) => offerFreePlaces(parts, program, at, moment, terms))
  })
}

/** @throws Invalid */
function readPlaces(given: string): number | undefined {
  const text = given.trim()
  if (text === '') return undefined
  const places = Number(text)
  if (!/^\d{1,5}$/.test(text) || places > 10_000) throw new Invalid('places', 'A whole number of places, up to 10000.')
  return places
}

/**
 * A start of an educator, put in place when nobody applied yet.
 * @throws NotFound where the programme is another's, or has no such start and nobody ever applied
 */
export async function openStartAt(
  inside: Database,
  { organisation, offering, startsOn }: StartAt,
): Promise<{
  readonly start: EnrolmentStart
  readonly offered: Offered | undefined
  readonly admission: readonly AdmissionStep[]
}> {
  const offered = await findOffered(inside, offering)
  const own = offered?.organisation === organisation ? startOn(offered, startsOn) : undefined
  if (own && offered) {
    const { seats: places, enrolFrom, enrolUntil } = own
    await ensureStart(inside, { organisation, programme: offered.programme, offering, startsOn, places, enrolFrom, enrolUntil })
  }
  const start = isDay(startsOn) ? await findStart(inside, offering, startsOn) : undefined
  // A start that its offering does not name any more stays with who answers for its people.
  if (start?.organisation !== organisation) throw new NotFound('offering', offering)
  return { start, offered, admission: await listAdmission(inside, start.programme) }
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
