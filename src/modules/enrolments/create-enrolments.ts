import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import { createRules } from '../rules/index.ts'
import { admit, planStep, settleStep } from './admission.ts'
import { type Application, apply, applyFor } from './apply.ts'
import { type Ticked, tick } from './clock.ts'
import { askAgain, changeReleased, complete, decline, organisationCloses, start, stop, takePlace, withdraw } from './decide.ts'
import { putDemoEnrolments } from './demo.ts'
import type { Enrolment, EnrolmentStart } from './enrolment.ts'
import { findEnrolment, listEnrolments } from './enrolment-store.ts'
import { createForSystems, type EnrolmentsForSystems } from './for-systems.ts'
import type { EnrolmentsParts } from './parts.ts'
import { type StartAt, setAdmission, setPlaces } from './set-up.ts'
import { enrolmentTermsOn } from './terms.ts'
import {
  type EnrolmentView,
  type OpenStart,
  type ShownEnrolment,
  type StartView,
  viewApplying,
  viewEnrolment,
  viewOpenStarts,
  viewOwn,
  viewStart,
  viewStarts,
} from './views.ts'

type Reasoned = { readonly reason: string; readonly text?: string | undefined }

/**
 * Enrolments: a person's way through one start of an offering. All that take an actor throw SignInNeeded, Forbidden or NotFound by the permission table,
 * Invalid for what cannot be used, and Conflict (`NotNow`) for what cannot be done now.
 */
export interface Enrolments {
  /** The actor's own, open ones first. */
  mine(actor: Actor): Promise<readonly ShownEnrolment[]>
  get(actor: Actor, id: string): Promise<EnrolmentView>
  /** Everybody of a start, for its educator. */
  getStart(actor: Actor, at: StartAt): Promise<StartView>
  /** Starts of an educator to which somebody applied, or that were set up. */
  listStarts(actor: Actor, organisation: string): Promise<readonly EnrolmentStart[]>
  /** The starts of offerings that one can apply to here; with the actor's own enrolment. */
  openStarts(actor: Actor, offerings: readonly string[]): Promise<readonly OpenStart[]>
  /** What somebody needs to know before they apply. */
  beforeApplying(actor: Actor, at: { readonly offering: string; readonly startsOn: DateText }): ReturnType<typeof viewApplying>

  /** Gives the id. */
  apply(actor: Actor, application: Application): Promise<string>
  take(actor: Actor, id: string): Promise<void>
  askAgain(actor: Actor, id: string): Promise<void>
  withdraw(actor: Actor, id: string): Promise<void>
  changeReleased(
    actor: Actor,
    id: string,
    told: { readonly called: string; readonly email: boolean; readonly keepSkills: boolean },
  ): Promise<void>
  /** Of either side, after the start. */
  stop(actor: Actor, id: string, told: Reasoned): Promise<void>

  planStep(
    actor: Actor,
    id: string,
    number: number,
    told: { readonly on: DateText; readonly text?: string | undefined },
  ): Promise<void>
  settleStep(
    actor: Actor,
    id: string,
    number: number,
    told: { readonly outcome: string; readonly reason?: string | undefined },
  ): Promise<void>
  /** A place is held, or they wait. @param startsOn for who wished a month: their day */
  admit(actor: Actor, id: string, startsOn?: string): Promise<'admitted' | 'waiting'>
  start(actor: Actor, id: string): Promise<void>
  complete(actor: Actor, id: string): Promise<void>
  decline(actor: Actor, id: string, told: Reasoned): Promise<void>
  setAdmission(
    actor: Actor,
    of: { readonly organisation: string; readonly programme: string },
    steps: Parameters<typeof setAdmission>[3],
  ): Promise<void>
  setPlaces(actor: Actor, at: StartAt, given: Parameters<typeof setPlaces>[3]): Promise<void>

  /** For an educator's own systems. */
  readonly systems: EnrolmentsForSystems

  /** What follows from time: called by a timer. */
  tick(): Promise<Ticked>
  /** An educator closes; in that transaction, as a task. How many ended. */
  organisationCloses(inside: ActingDatabase, organisation: string): Promise<number>

  /** For other modules, in a transaction that acts as a task or as who may see it. */
  findIn(inside: ActingDatabase, id: string): Promise<Enrolment | undefined>
  /** The open enrolment of somebody in a start. */
  openOf(inside: ActingDatabase, person: string, offering: string, startsOn: DateText): Promise<Enrolment | undefined>
  /** All of a start, ended ones too. */
  ofStart(inside: ActingDatabase, offering: string, startsOn: DateText): Promise<readonly Enrolment[]>
  /** Somebody applies by what they did elsewhere, as joining a cohort; in that transaction, as a task. */
  applyFor(inside: ActingDatabase, application: Application & { readonly person: string }): Promise<Enrolment>
  /** A start of the demo educator with people; in the transaction of the demo world. */
  putDemo(
    inside: ActingDatabase,
    world: { readonly today: DateText },
    organisation: string,
  ): Promise<{ readonly offering: string; readonly startsOn: DateText } | undefined>
}

const mostOfStart = 1_000

export function createEnrolments(parts: EnrolmentsParts): Enrolments {
  return {
    mine: (actor) => viewOwn(parts, actor),
    get: (actor, id) => viewEnrolment(parts, actor, id),
    getStart: (actor, at) => viewStart(parts, actor, at),
    listStarts: (actor, organisation) => viewStarts(parts, actor, organisation),
    openStarts: (actor, offerings) => viewOpenStarts(parts, actor, offerings),
    beforeApplying: (actor, at) => viewApplying(parts, actor, at),
    apply: (actor, application) => apply(parts, actor, application),
    take: (actor, id) => takePlace(parts, actor, id),
    askAgain: (actor, id) => askAgain(parts, actor, id),
    withdraw: (actor, id) => withdraw(parts, actor, id),
    changeReleased: (actor, id, told) => changeReleased(parts, actor, id, told),
    stop: (actor, id, told) => stop(parts, actor, id, told),
    planStep: (actor, id, number, told) => planStep(parts, actor, id, number, told),
    settleStep: (actor, id, number, told) => settleStep(parts, actor, id, number, told),
    admit: (actor, id, startsOn) => admit(parts, actor, id, startsOn),
    start: (actor, id) => start(parts, actor, id),
    complete: (actor, id) => complete(parts, actor, id),
    decline: (actor, id, told) => decline(parts, actor, id, told),
    setAdmission: (actor, of, steps) => setAdmission(parts, actor, of, steps),
    setPlaces: (actor, at, given) => setPlaces(parts, actor, at, given),
    systems: createForSystems(parts),
    tick: () => tick(parts),
    organisationCloses: (inside, organisation) => organisationCloses(parts, inside, organisation),
    findIn: (inside, id) => findEnrolment(inside, id),
    async openOf(inside, person, offering, startsOn) {
      return (await listEnrolments(inside, { person, offering, startsOn, open: true }, 1))[0]
    },
    ofStart: (inside, offering, startsOn) => listEnrolments(inside, { offering, startsOn }, mostOfStart),
    applyFor: (inside, application) => applyFor(parts, inside, application),
    async putDemo(inside, { today }, organisation) {
      // A record without rules has no terms to show.
      const terms = await enrolmentTermsOn(createRules({ db: inside }), today).catch(() => undefined)
      return terms && putDemoEnrolments({ ids: parts.ids, holdDays: terms.holdDays }, inside, today, organisation)
    },
  }
}
