import type { Pair } from '../../engine/assigning/index.ts'
import type { ActingDatabase } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { Language } from '../skills/index.ts'
import { begin, type CohortStart, changeCohort, type NewCohort, startsOf } from './begin.ts'
import { putDemo } from './demo.ts'
import {
  changeOffer,
  declineInvitation,
  inviteEmployers,
  type NewPlace,
  noteByEducator,
  noteByEmployer,
  noteByPerson,
  offerPlace,
  withdrawPlace,
} from './employers.ts'
import { type CohortsForSystems, createForSystems } from './for-systems.ts'
import { dismissGuide, type NamedGuide, nameGuide } from './guides.ts'
import { type CohortHouse, keepHouse } from './house.ts'
import { type CohortLines, countsFor, listMine, lookAsEducator, lookAsEmployer, lookAsPerson } from './look.ts'
import { orderAsEmployer, orderAsPerson, type Stating } from './ordering.ts'
import type { CohortsParts } from './parts.ts'
import { cancel, changeByHand, goTo, propose, settle, start } from './propose.ts'
import { answerAsEmployer, answerAsPerson, makePlacement } from './say-yes.ts'
import { type Joining, join, leave, presetOf } from './take-part.ts'
import type { CohortCounts, EducatorView, EmployerView, PersonView } from './views.ts'

/** An employer in one cohort. */
export interface AtEmployer {
  readonly id: string
  readonly organisation: string
}

/** Cohorts: an offering's start with its people and the places of employers. All throw SignInNeeded, Forbidden or NotFound by the permission table. */
export interface Cohorts {
  /** What the actor has to do with, and what they can join. */
  mine(actor: Actor): Promise<CohortLines>

  /** The educator. Gives the id of a new one. @throws Invalid */
  begin(actor: Actor, asked: NewCohort): Promise<string>
  /** Offerings of the educator's own programmes with the starts that come: for a form. */
  startsOf(actor: Actor, organisation: string): Promise<readonly CohortStart[]>
  look(actor: Actor, id: string, language: Language): Promise<EducatorView>
  change(actor: Actor, id: string, change: Pick<NewCohort, 'least' | 'most' | 'settleBy'>): Promise<void>
  /** Gives how many were asked. @throws Invalid at `organisation` */
  invite(actor: Actor, id: string, organisations: readonly string[]): Promise<number>
  noteMeeting(actor: Actor, id: string, participant: string, organisation: string): Promise<void>
  goTo(actor: Actor, id: string, step: 'order' | 'reopen' | 'orderAgain'): Promise<void>
  propose(actor: Actor, id: string): Promise<void>
  /** @param seen number of the proposal that it was changed from */
  changeByHand(actor: Actor, id: string, pairs: readonly Pair[], seen: number): Promise<void>
  settle(actor: Actor, id: string, seen: number): Promise<void>
  makePlacement(
    actor: Actor,
    id: string,
    asked: { readonly participant: string; readonly place: string; readonly until: string },
  ): Promise<void>
  start(actor: Actor, id: string): Promise<void>
  /** Books a mentor or guest teacher. @throws Invalid; CohortRefused `guideFull` */
  nameGuide(actor: Actor, id: string, named: NamedGuide): Promise<void>
  dismissGuide(actor: Actor, id: string, person: string, as: string): Promise<void>
  cancel(actor: Actor, id: string): Promise<void>

  /** The person. */
  lookAsPerson(actor: Actor, id: string, language: Language): Promise<PersonView>
  presetOf(actor: Actor): ReturnType<typeof presetOf>
  join(actor: Actor, id: string, asked: Joining): Promise<void>
  leave(actor: Actor, id: string): Promise<void>
  noteAsPerson(actor: Actor, id: string, organisation: string): Promise<void>
  orderAsPerson(actor: Actor, id: string, stated: Stating): Promise<void>
  answerAsPerson(actor: Actor, id: string, place: string, yes: boolean): Promise<void>

  /** The employer. */
  lookAsEmployer(actor: Actor, at: AtEmployer, language: Language): Promise<EmployerView>
  offer(actor: Actor, at: AtEmployer, place: NewPlace): Promise<void>
  changeOffer(
    actor: Actor,
    at: AtEmployer,
    place: string,
    change: Pick<NewPlace, 'seats' | 'hoursFrom' | 'hoursTo'>,
  ): Promise<void>
  withdrawPlace(actor: Actor, at: AtEmployer, place: string): Promise<void>
  decline(actor: Actor, at: AtEmployer): Promise<void>
  noteAsEmployer(actor: Actor, at: AtEmployer, participant: string): Promise<void>
  orderAsEmployer(actor: Actor, at: AtEmployer, place: string, stated: Stating): Promise<void>
  answerAsEmployer(
    actor: Actor,
    at: AtEmployer,
    pair: { readonly participant: string; readonly place: string },
    yes: boolean,
  ): Promise<void>

  /** For a region: what is missing in the cohorts of educators tied to it, as counts. */
  countsFor(actor: Actor, region: string): Promise<readonly CohortCounts[]>

  /** For an educator's own systems. */
  readonly systems: CohortsForSystems

  keepHouse(): Promise<CohortHouse>
  /** In the transaction of the demo world, after its organisations, vacancies and trainings. */
  putDemo(inside: ActingDatabase, today: string): Promise<void>
}

export function createCohorts(
  parts: CohortsParts & { readonly educatorsOf: (region: string) => Promise<readonly string[]> },
): Cohorts {
  return {
    mine: (actor) => listMine(parts, actor),
    begin: (actor, asked) => begin(parts, actor, asked),
    startsOf: (actor, organisation) => startsOf(parts, actor, organisation),
    look: (actor, id, language) => lookAsEducator(parts, actor, id, language),
    change: (actor, id, change) => changeCohort(parts, actor, id, change),
    invite: (actor, id, organisations) => inviteEmployers(parts, actor, id, organisations),
    noteMeeting: (actor, id, participant, organisation) => noteByEducator(parts, actor, id, participant, organisation),
    goTo: (actor, id, step) => goTo(parts, actor, id, step),
    propose: (actor, id) => propose(parts, actor, id),
    changeByHand: (actor, id, pairs, seen) => changeByHand(parts, actor, id, pairs, seen),
    settle: (actor, id, seen) => settle(parts, actor, id, seen),
    makePlacement: (actor, id, asked) => makePlacement(parts, actor, id, asked),
    start: (actor, id) => start(parts, actor, id),
    cancel: (actor, id) => cancel(parts, actor, id),
    nameGuide: (actor, id, named) => nameGuide(parts, actor, id, named),
    dismissGuide: (actor, id, person, as) => dismissGuide(parts, actor, id, person, as),
    lookAsPerson: (actor, id, language) => lookAsPerson(parts, actor, id, language),
    presetOf: (actor) => presetOf(parts, actor),
    join: (actor, id, asked) => join(parts, actor, id, asked),
    leave: (actor, id) => leave(parts, actor, id),
    noteAsPerson: (actor, id, organisation) => noteByPerson(parts, actor, id, organisation),
    orderAsPerson: (actor, id, stated) => orderAsPerson(parts, actor, id, stated),
    answerAsPerson: (actor, id, place, yes) => answerAsPerson(parts, actor, id, place, yes),
    lookAsEmployer: (actor, at, language) => lookAsEmployer(parts, actor, at, language),
    offer: (actor, at, place) => offerPlace(parts, actor, at, place),
    changeOffer: (actor, at, place, change) => changeOffer(parts, actor, at, place, change),
    withdrawPlace: (actor, at, place) => withdrawPlace(parts, actor, at, place),
    decline: (actor, at) => declineInvitation(parts, actor, at),
    noteAsEmployer: (actor, at, participant) => noteByEmployer(parts, actor, at, participant),
    orderAsEmployer: (actor, at, place, stated) => orderAsEmployer(parts, actor, at, place, stated),
    answerAsEmployer: (actor, at, pair, yes) => answerAsEmployer(parts, actor, at, pair, yes),
    countsFor: (actor, region) => countsFor(parts, actor, region, parts.educatorsOf),
    systems: createForSystems(parts),
    keepHouse: () => keepHouse(parts),
    putDemo: (inside, today) => putDemo(parts, inside, today),
  }
}
