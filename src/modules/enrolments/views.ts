import { type ActingDatabase, actAs, type DateText, NotFound, nextDay, todayInAmsterdam } from '../../platform/index.ts'
import type { DataKind } from '../decision-log/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import { windowOn } from './apply.ts'
import type { AdmissionStep, Enrolment, EnrolmentStart, EnrolmentStep, MoveMade } from './enrolment.ts'
import { freePlaces } from './enrolment.ts'
import { countBefore, listEnrolments, listMoves } from './enrolment-store.ts'
import { type MoveName, movesOpenTo, type Side, takingStates } from './moves.ts'
import { findOffered } from './offered-store.ts'
import type { EnrolmentsParts } from './parts.ts'
import { openStartAt, type StartAt } from './set-up.ts'
import { listAdmission, listStarts } from './start-store.ts'
import { listStepsOf } from './step-store.ts'
import { asProgram, momentOf, standingOf, withEnrolment } from './work.ts'

/** An enrolment as it is shown: not whose account it is. */
export type ShownEnrolment = Omit<Enrolment, 'person'>

/** One enrolment as one side sees it. */
export interface EnrolmentView {
  readonly enrolment: ShownEnrolment
  readonly side: Side
  /** What this side may do now. */
  readonly open: readonly MoveName[]
  readonly steps: readonly EnrolmentStep[]
  readonly moves: readonly MoveMade[]
  /** Of who waits: how many are before them. */
  readonly before?: number
  readonly placesFree?: number
  readonly placeName?: string
  readonly isOnline?: boolean
  /** Whether the programme asks something that one can show to have. */
  readonly asksSkills: boolean
  readonly days: {
    readonly today: DateText
    /** It is erased after this day; while it is open only so many days are known. */
    readonly keptUntil?: DateText
    readonly keptDays: number
    readonly holdDays: number
  }
}

/** Everybody of a start, as its educator sees it. */
export interface StartView {
  readonly start: EnrolmentStart
  readonly title: Enrolment['programmeTitle']
  readonly placeName?: string
  readonly isOnline: boolean
  /** Whether the offering still names this start. */
  readonly isOffered: boolean
  /** People start at any time: a wished month stands for a day. */
  readonly isRolling: boolean
  readonly window: ReturnType<typeof windowOn>
  readonly admission: readonly AdmissionStep[]
  /** Those who wait in their order; the others in order of applying. */
  readonly people: readonly (ShownEnrolment & { readonly steps: readonly EnrolmentStep[] })[]
  readonly today: DateText
}

/** A start as anybody sees it on the page of a programme. */
export interface OpenStart {
  readonly offering: string
  /** Empty: people start at any time, and name a month. */
  readonly startsOn: DateText
  readonly window: ReturnType<typeof windowOn>
  readonly enrolFrom?: DateText
  readonly enrolUntil?: DateText
  /** Left out: without a number. */
  readonly free?: number
  /** Of who asks: their open enrolment in it. */
  readonly own?: string
}

/** How many places are free matters to who has none. */
const hasNoPlaceYet: readonly Enrolment['state'][] = ['applied', 'admitting', 'waiting']

const mostOfStart = 500
const mostOwn = 100

/** An enrolment, for the person or for the educator. What the educator sees of the person is written down for them to see. */
export async function viewEnrolment(parts: EnrolmentsParts, actor: Actor, id: string): Promise<EnrolmentView> {
  const versions = await parts.versions()
  return withEnrolment(parts, actor, 'enrolment.read', id, async (at) => {
    const { inside, one, steps, start, today, terms } = at
    const side: Side = at.side === 'person' ? 'person' : 'educator'
    if (side === 'educator') await recordRead(parts, actor, [one], inside, versions)
    const standing = standingOf(one, steps, start, at)
    const keptDays = takingStates.includes(one.state) || one.state === 'stopped' ? terms.doneKeptDays : terms.keptDays
    const offered = await findOffered(inside, one.offering)
    return {
      enrolment: shown(one),
      side,
      open: movesOpenTo(standing, side),
      steps,
      moves: await listMoves(inside, id),
      ...(one.state === 'waiting' && !one.isQuiet ? { before: await asProgram(inside, (all) => countBefore(all, one)) } : {}),
      ...(hasNoPlaceYet.includes(one.state) && Number.isFinite(freePlaces(start)) ? { placesFree: freePlaces(start) } : {}),
      ...(offered?.placeName === undefined ? {} : { placeName: offered.placeName }),
      ...(offered ? { isOnline: offered.isOnline } : {}),
      asksSkills: (offered?.prerequisites.length ?? 0) > 0,
      days: {
        today,
        keptDays,
        holdDays: terms.holdDays,
        ...(one.endedAt === undefined ? {} : { keptUntil: nextDay(todayInAmsterdam(one.endedAt), keptDays) }),
      },
    }
  })
}

/** A start with its people. @throws SignInNeeded, Forbidden, NotFound */
export async function viewStart(parts: EnrolmentsParts, actor: Actor, at: StartAt): Promise<StartView> {
  permit(actor, 'enrolment.setUp', { kind: 'organisation', id: at.organisation, organisation: at.organisation })
  const { today } = momentOf(parts)
  const versions = await parts.versions()
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const { start, offered, admission } = await openStartAt(inside, at)
    const people = await listEnrolments(inside, { ...at }, mostOfStart)
    const steps = await listStepsOf(
      inside,
      people.map(({ id }) => id),
    )
    await recordRead(parts, actor, people, inside, versions)
    const waitsAt = ({ waitingSince = 0 }: Enrolment): number => waitingSince
    return {
      start,
      title: offered?.title ?? people[0]?.programmeTitle ?? { nl: start.programme, en: start.programme },
      ...(offered?.placeName === undefined ? {} : { placeName: offered.placeName }),
      isOnline: offered?.isOnline ?? false,
      isRolling: offered?.isRolling ?? false,
      isOffered: offered?.starts.some(({ date }) => date === at.startsOn) ?? false,
      window: windowOn(start, today),
      admission,
      people: people
        .toSorted((a, b) => waitsAt(a) - waitsAt(b))
        .map((one) => ({ ...shown(one), steps: steps.get(one.id) ?? [] })),
      today,
    }
  })
}

/** Starts of an educator to which somebody applied or that were set up, the soonest first. */
export async function viewStarts(parts: EnrolmentsParts, actor: Actor, organisation: string): Promise<readonly EnrolmentStart[]> {
  permit(actor, 'enrolment.setUp', { kind: 'organisation', id: organisation, organisation })
  return listStarts(parts.db, { organisation })
}

/** The actor's own, open ones first. */
export async function viewOwn(parts: EnrolmentsParts, actor: Actor): Promise<readonly ShownEnrolment[]> {
  const person = actor.kind === 'account' ? actor.account : undefined
  permit(actor, 'enrolment.list', { kind: 'enrolment', id: '', person })
  return actAs(parts.db, actingAs(actor), async (inside) => (await listEnrolments(inside, { person }, mostOwn)).map(shown))
}

/** For whom applies: what they go through, and whether one can apply today. @throws NotFound where there is no such start that somebody here answers for */
export async function viewApplying(
  parts: EnrolmentsParts,
  actor: Actor,
  at: { readonly offering: string; readonly startsOn: DateText },
) {
  const person = actor.kind === 'account' ? actor.account : undefined
  permit(actor, 'enrolment.apply', { kind: 'offering', id: at.offering, person })
  const offered = await findOffered(parts.db, at.offering)
  const [open] = offered ? await startsOf(parts, actor, [{ offered, only: at.startsOn }]) : []
  if (!offered?.isPublished || offered.organisation === undefined || !open) throw new NotFound('offering', at.offering)
  return { offered, open, admission: await listAdmission(parts.db, offered.programme) }
}

/** The starts of offerings that one can apply to here, as anybody sees them; with the actor's own. */
export async function viewOpenStarts(
  parts: EnrolmentsParts,
  actor: Actor,
  offerings: readonly string[],
): Promise<readonly OpenStart[]> {
  const found = await Promise.all(offerings.map((offering) => findOffered(parts.db, offering)))
  const there = found.filter((one) => one?.isPublished && one.organisation !== undefined)
  return startsOf(
    parts,
    actor,
    there.flatMap((offered) => (offered ? [{ offered }] : [])),
  )
}

async function startsOf(
  parts: EnrolmentsParts,
  actor: Actor,
  asked: readonly { readonly offered: NonNullable<Awaited<ReturnType<typeof findOffered>>>; readonly only?: DateText }[],
): Promise<OpenStart[]> {
  const { today } = momentOf(parts)
  const kept = await listStarts(parts.db, { offerings: asked.map(({ offered }) => offered.offering) })
  const person = actor.kind === 'account' ? actor.account : undefined
  const own =
    person === undefined
      ? []
      : await actAs(parts.db, actingAs(actor), (inside) => listEnrolments(inside, { person, open: true }, mostOwn))
  return asked.flatMap(({ offered, only }) => [
    ...anyTime(offered, only, own),
    ...offered.starts
      .filter(({ date }) => only === undefined || date === only)
      .map(({ date, seats, enrolFrom, enrolUntil }): OpenStart => {
        const held = kept.find((one) => one.offering === offered.offering && one.startsOn === date)
        const window = held?.byHand ? held : { enrolFrom, enrolUntil }
        const free = held ? freePlaces(held) : (seats ?? Number.POSITIVE_INFINITY)
        const mine = own.find((one) => one.offering === offered.offering && one.startsOn === date)
        return {
          offering: offered.offering,
          startsOn: date,
          window: windowOn({ startsOn: date, ...windowFields(window) }, today),
          ...windowFields(window),
          ...(Number.isFinite(free) ? { free } : {}),
          ...(mine ? { own: mine.id } : {}),
        }
      }),
  ])
}

/** Of an offering that people start at any time: one line more, without a day. */
function anyTime(
  { offering, isRolling }: NonNullable<Awaited<ReturnType<typeof findOffered>>>,
  only: DateText | undefined,
  own: readonly Enrolment[],
): OpenStart[] {
  if (!isRolling || (only !== undefined && only !== '')) return []
  const mine = own.find((one) => one.offering === offering && one.wishedMonth !== undefined)
  return [{ offering, startsOn: '', window: 'open', ...(mine ? { own: mine.id } : {}) }]
}

/** Only what a window is made of. */
function windowFields({
  enrolFrom,
  enrolUntil,
}: {
  readonly enrolFrom?: DateText | undefined
  readonly enrolUntil?: DateText | undefined
}) {
  return { ...(enrolFrom === undefined ? {} : { enrolFrom }), ...(enrolUntil === undefined ? {} : { enrolUntil }) }
}

export function shown({ person: _person, ...one }: Enrolment): ShownEnrolment {
  return one
}

/** That somebody of the educator saw what these people released is written down, for them to see. */
export async function recordRead(
  parts: EnrolmentsParts,
  actor: Actor,
  people: readonly Enrolment[],
  inside: ActingDatabase,
  versions: Awaited<ReturnType<EnrolmentsParts['versions']>>,
): Promise<void> {
  await asProgram(inside, async (program) => {
    // Who released the same stand in one entry, so that nobody reads of something that was not seen of them.
    for (const alike of Map.groupBy(people, (one) => kindsOf(one).join()).values()) {
      const [first] = alike
      if (!first) continue
      await parts.record(program, {
        what: 'release-read',
        by: {
          organisation: first.organisation,
          ...(actor.kind === 'account' ? { account: actor.account } : actor.kind === 'key' ? { key: actor.key } : {}),
        },
        about: [...new Set(alike.map(({ person }) => person))],
        inputHash: '',
        versions,
        payload: { offering: first.offering, startsOn: first.startsOn },
        kinds: kindsOf(first),
      })
    }
  })
}

const kindsOf = ({ email, skills }: Enrolment): DataKind[] => [
  'name',
  ...(email === undefined ? [] : (['email'] as const)),
  ...(skills === undefined ? [] : (['skills'] as const)),
]
