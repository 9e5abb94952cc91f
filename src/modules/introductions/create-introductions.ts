import {
  type ActingDatabase,
  actAs,
  type DateText,
  type Log,
  NotFound,
  nextDay,
  todayInAmsterdam,
  workingDaysUntil,
} from '../../platform/index.ts'
import type { Needs } from '../needs/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import { type Ticked, tick } from './clock.ts'
import { closeFor } from './close-for.ts'
import type { Introduction, KnownRate, Message, Release, ReplyRate, Step } from './introduction.ts'
import { type IntroductionFilter, listIntroductions, listSteps, markRead } from './introduction-store.ts'
import { notFoundAnyMore, organisationCloses, personLeaves } from './leave.ts'
import { accept, agree, decline, type No, start, systemMessage, takeUp, withdraw } from './move.ts'
import { type Proposal, propose } from './propose.ts'
import type { Releasable } from './reasons.ts'
import { knownRatesOf, replyRateOf } from './reply-rate.ts'
import { findPause, type Pause } from './reply-store.ts'
import { type Side, type StepName, stepsOpenTo } from './steps.ts'
import { mostReleaseDays, readReleased, release, releasedOn, report, sendMessage, takeBack } from './talk.ts'
import { listMessages, listReleases, listReports, markMessagesRead, settleReport } from './talk-store.ts'
import { termsOn } from './terms.ts'
import { type AtWork, asProgram, type IntroductionsParts, withIntroduction } from './work.ts'

/** One introduction as one side sees it. */
export interface IntroductionView {
  readonly introduction: Omit<Introduction, 'person'>
  readonly side: Side
  /** What this side may do now. */
  readonly open: readonly StepName[]
  readonly steps: readonly Step[]
  readonly messages: readonly Message[]
  /** All that was ever released in it; `released` are those of today. */
  readonly releases: readonly Release[]
  readonly released: readonly Releasable[]
  /** Only to the organisation: the released fields themselves. */
  readonly contact?: Partial<Record<Releasable, string>>
  /** Only to members of the organisation: what the person needs to work well, as far as they released it. */
  readonly needs?: Awaited<ReturnType<Needs['releasedTo']>>
  readonly replyRate: ReplyRate
  /** Of a question to an organisation: working days that are left today, and of how many. Zero on the last day; negative when it is over. */
  readonly clock?: { readonly left: number; readonly of: number }
  readonly days: {
    readonly today: DateText
    /** What stands in it is erased after this day; while it is open only so many days are known. */
    readonly keptUntil?: DateText
    readonly keptDays: number
    /** The last day that a release has when nothing else is chosen, and the last that may be chosen. */
    readonly release: { readonly preset: DateText; readonly last: DateText }
  }
}

export type ReportLine = Awaited<ReturnType<typeof listReports>>[number]

/** Introductions: people and organisations let into contact step by step. All throw SignInNeeded, Forbidden or NotFound by the permission table. */
export interface Introductions {
  propose(actor: Actor, proposal: Proposal): Promise<string>
  /** Of the person, or with `organisation` of an organisation: who waits for an answer first. */
  list(actor: Actor, filter: Omit<IntroductionFilter, 'person'>, limit?: number): Promise<readonly Omit<Introduction, 'person'>[]>
  /** Opening it is seen by the other side: the organisation read it, messages were read, released fields were read. */
  get(actor: Actor, id: string): Promise<IntroductionView>
  /** Of somebody, as `list` gives them to that person: for who was allowed to see them. In a task's transaction. */
  ofPerson(program: ActingDatabase, person: string): Promise<readonly Omit<Introduction, 'person'>[]>
  takeUp(actor: Actor, id: string): Promise<void>
  accept(actor: Actor, id: string): Promise<void>
  agree(
    actor: Actor,
    id: string,
    step: 'agreeTraining' | 'hire',
    told?: { readonly offering?: string | undefined; readonly startsOn?: DateText | undefined },
  ): Promise<void>
  start(actor: Actor, id: string): Promise<void>
  decline(actor: Actor, id: string, no: No): Promise<void>
  withdraw(actor: Actor, id: string): Promise<void>
  /** A vacancy is filled or taken back: everybody who waits or talks gets a no with that reason; how many. */
  closeFor(
    actor: Actor,
    vacancy: { readonly id: string; readonly organisation: string },
    reason: 'vacancyFilled' | 'vacancyWithdrawn',
  ): Promise<number>
  sendMessage(actor: Actor, id: string, text: string): Promise<void>
  release(actor: Actor, id: string, fields: readonly string[], until?: DateText): Promise<void>
  takeBack(actor: Actor, id: string, fields?: readonly string[]): Promise<void>
  report(
    actor: Actor,
    id: string,
    told: { readonly about: string; readonly text?: string | undefined; readonly message?: string | undefined },
  ): Promise<void>
  /** For whoever keeps the site. */
  reports(actor: Actor): Promise<readonly ReportLine[]>
  settleReport(actor: Actor, id: string, outcome: string): Promise<void>
  /** Public: how often an organisation or a vacancy answers. */
  replyRate(of: { readonly organisation: string } | { readonly vacancy: string }): Promise<ReplyRate>
  /** Public: the same of those among these organisations of which enough is known, for a list. */
  knownReplyRates(organisations: readonly string[]): Promise<ReadonlyMap<string, KnownRate>>
  /** Public: whether a vacancy stands still because its employer is silent. */
  pauseOf(vacancy: string): Promise<Pause | undefined>
  /** Reminders, terms and ends: every few minutes, by one process (`../jobs`). */
  tick(): Promise<Ticked>
  /** What follows elsewhere; in the transaction of that, as a task. */
  notFoundAnyMore(inside: ActingDatabase, person: string): Promise<void>
  personLeaves(inside: ActingDatabase, person: string): Promise<void>
  organisationCloses(inside: ActingDatabase, organisation: string): Promise<void>
}

const listLimit = 200

export function createIntroductions(parts: IntroductionsParts & { readonly log: Log }): Introductions {
  const today = (): DateText => todayInAmsterdam(parts.clock.now())
  return {
    propose: (actor, proposal) => propose(parts, actor, proposal),
    list: (actor, filter, limit = listLimit) => list(parts, actor, filter, limit),
    get: (actor, id) => viewWithNeeds(parts, actor, id),
    async ofPerson(program, person) {
      return (await listIntroductions(program, { person }, listLimit)).map((one) => forSide(one, 'person'))
    },
    takeUp: (actor, id) => takeUp(parts, actor, id),
    accept: (actor, id) => accept(parts, actor, id),
    agree: (actor, id, step, told) => agree(parts, actor, id, step, told),
    start: (actor, id) => start(parts, actor, id),
    decline: (actor, id, no) => decline(parts, actor, id, no),
    withdraw: (actor, id) => withdraw(parts, actor, id),
    closeFor: (actor, vacancy, reason) => closeFor(parts, actor, vacancy, reason),
    sendMessage: (actor, id, text) => sendMessage(parts, actor, id, text),
    release: (actor, id, fields, until) => release(parts, actor, id, fields, until),
    takeBack: (actor, id, fields) => takeBack(parts, actor, id, fields),
    report: (actor, id, told) => report(parts, actor, id, told),
    async reports(actor) {
      permit(actor, 'report.read', { kind: 'report', id: '' })
      return actAs(parts.db, { task: 'reports' }, (program) => listReports(program, listLimit))
    },
    async settleReport(actor, id, outcome) {
      permit(actor, 'report.settle', { kind: 'report', id })
      const by = actor.kind === 'account' ? actor.account : ''
      const done = await actAs(parts.db, { task: 'reports' }, (program) =>
        settleReport(program, id, by, outcome, parts.clock.now()),
      )
      if (!done) throw new NotFound('report', id)
    },
    async replyRate(of) {
      return replyRateOf(parts.db, of, today(), await termsOn(parts.rules, today()))
    },
    async knownReplyRates(organisations) {
      if (organisations.length === 0) return new Map()
      return knownRatesOf(parts.db, organisations, today(), await termsOn(parts.rules, today()))
    },
    pauseOf: (vacancy) => findPause(parts.db, vacancy),
    tick: () => tick(parts, parts.log),
    notFoundAnyMore: (inside, person) => notFoundAnyMore(parts, inside, person),
    personLeaves: (inside, person) => personLeaves(parts, inside, person),
    organisationCloses: (inside, organisation) => organisationCloses(parts, inside, organisation),
  }
}

async function list(
  parts: IntroductionsParts,
  actor: Actor,
  filter: Omit<IntroductionFilter, 'person'>,
  limit: number,
): Promise<readonly Omit<Introduction, 'person'>[]> {
  const own = filter.organisation === undefined && actor.kind === 'account' ? { person: actor.account } : {}
  permit(actor, 'introduction.read', {
    kind: 'organisation',
    id: filter.organisation ?? '',
    ...own,
    organisation: filter.organisation,
  })
  const found = await actAs(parts.db, actingAs(actor), (inside) => listIntroductions(inside, { ...filter, ...own }, limit))
  return found.map((one) => forSide(one, filter.organisation === undefined ? 'person' : 'organisation'))
}

/** Needs are read in a transaction of their own, and only by people: a program with a key never sees them. */
async function viewWithNeeds(parts: IntroductionsParts, actor: Actor, id: string): Promise<IntroductionView> {
  const { person, ...found } = await view(parts, actor, id)
  if (found.side === 'person' || actor.kind !== 'account' || found.introduction.endedAt !== undefined) return found
  const { organisation } = found.introduction
  return { ...found, needs: await parts.needs.releasedTo(actor, { organisation, introduction: id, person }) }
}

function view(parts: IntroductionsParts, actor: Actor, id: string): Promise<IntroductionView & { readonly person: string }> {
  return withIntroduction(parts, actor, 'introduction.read', id, async (at) => {
    const { inside, one, side, now, today, terms } = at
    if (side === 'organisation' && (await markRead(inside, id, now))) {
      await asProgram(inside, (program) => systemMessage(parts, program, id, 'read', now))
    }
    await markMessagesRead(inside, id, side, now)
    const releases = await listReleases(inside, id)
    return {
      person: one.person,
      introduction: forSide(one, side),
      side,
      open: stepsOpenTo(one, side),
      steps: await listSteps(inside, id),
      messages: await listMessages(inside, id),
      releases,
      released: releasedOn(releases, today),
      ...(side === 'organisation' ? { contact: await readReleased(parts, actor, at) } : {}),
      replyRate: await replyRateOf(inside, { organisation: one.organisation }, today, terms),
      ...clockOf(at),
      days: daysOf(at),
    }
  })
}

function clockOf({ one, today, terms }: AtWork): Pick<IntroductionView, 'clock'> {
  if (one.waitsFor !== 'organisation' || one.dueOn === undefined) return {}
  return { clock: { left: workingDaysUntil(today, one.dueOn, terms.holidays), of: terms.replyWorkingDays } }
}

function daysOf({ one, today, terms }: AtWork): IntroductionView['days'] {
  const ended = one.endedAt === undefined ? undefined : todayInAmsterdam(one.endedAt)
  return {
    today,
    keptDays: terms.keptDays,
    ...(ended === undefined ? {} : { keptUntil: nextDay(ended, terms.keptDays) }),
    release: { preset: nextDay(today, terms.releaseDays), last: nextDay(today, mostReleaseDays) },
  }
}

/** Without what is not for this side: whose profile it is, and what is for the person and their adviser only. */
function forSide({ person: _person, ...one }: Introduction, side: Side): Omit<Introduction, 'person'> {
  if (side === 'person') return one
  const { nextPlan: _plan, adviserText: _text, ...rest } = one
  return rest
}
