import { type ActingDatabase, actAs } from '../../platform/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import { type AgreementCheck, addAddendum, checkAgreement, offer, openOf, type Signing, sign, withdraw } from './agreement.ts'
import { listAgreements, listSignatures } from './agreement-store.ts'
import { type Ticked, tick } from './clock.ts'
import type { Qualification } from './crebo.ts'
import { putDemo } from './demo.ts'
import { type ByHand, type DraftingStart, draftByHand, drafting, type Invitation, inviteStudent } from './draft-by-hand.ts'
import { createForSystems, type PlacementsForSystems } from './for-systems.ts'
import { organisationCloses, personLeaves } from './leave.ts'
import { confirmWeeks, noteWeek, takeLeave, takeLeaveBack } from './note-week.ts'
import type { PlacementsParts } from './parts.ts'
import { end, interrupt, resume } from './pause.ts'
import { namesOf, setWish } from './people-store.ts'
import type { Change, Placement, Recognition, SchoolBreak } from './placement.ts'
import { findPlacement, listPlacements } from './placement-store.ts'
import { practiceIn, type VerifiedPractice } from './practice.ts'
import { changeDraft, type DraftChange, type Proposal, propose, setPeople } from './propose.ts'
import { forgetBreak, forgetRecognition, noteBreak, noteRecognition, type SchoolRegister, schoolRegister } from './school.ts'
import type { Side } from './steps.ts'
import { type PlacementView, view } from './view.ts'
import { asProgram, sidesFor } from './work.ts'

/** A placement in a list. */
export interface PlacementLine {
  readonly placement: Placement
  readonly names: { readonly student?: string; readonly school: string; readonly employer: string }
  /** Something waits for a signature of who looks, until this day. */
  readonly signBy?: string
  /** Sides that have not signed what waits. */
  readonly waits: readonly Side[]
}

/** Placements: somebody works while learning. All throw SignInNeeded, Forbidden or NotFound by the permission table. */
export interface Placements {
  /** Qualifications that come with the program, current ones first. */
  readonly qualifications: readonly Qualification[]
  /** A school drafts one. @throws Invalid, NotNow */
  propose(actor: Actor, proposal: Proposal): Promise<{ readonly id: string }>
  /** In which role an organisation drafts by hand, and in which starts somebody can be asked to enrol: for a form. */
  drafting(
    actor: Actor,
    organisation: string,
  ): Promise<{ readonly side: 'school' | 'employer'; readonly starts: readonly DraftingStart[] }>
  /** Drafts one for somebody with an open enrolment, as a school or an employer. @throws Invalid, NotNow */
  draftByHand(actor: Actor, asked: ByHand): Promise<{ readonly id: string }>
  /** Asks whoever has an address to enrol at a school, for a placement. @throws Invalid */
  inviteStudent(actor: Actor, asked: Invitation): Promise<void>
  changeDraft(actor: Actor, id: string, change: DraftChange): Promise<void>
  setPeople(actor: Actor, id: string, people: { readonly supervisor?: string; readonly coach?: string }): Promise<void>
  /** Makes the text: from here on it is signed. */
  offer(actor: Actor, id: string): Promise<void>
  sign(actor: Actor, id: string, signing: Signing): Promise<void>
  withdraw(actor: Actor, id: string): Promise<void>
  /** Changes what was signed, with a text of its own; a later last day is a renewal. */
  addAddendum(actor: Actor, id: string, change: Change): Promise<void>
  checkAgreement(
    actor: Actor,
    id: string,
    asked: { readonly agreement: string; readonly text?: string | undefined },
  ): Promise<AgreementCheck>
  interrupt(
    actor: Actor,
    id: string,
    pause: { readonly from: string; readonly until: string; readonly reason: string },
  ): Promise<void>
  resume(actor: Actor, id: string): Promise<void>
  end(actor: Actor, id: string, told: { readonly reason: string; readonly text?: string }): Promise<void>
  noteWeek(
    actor: Actor,
    id: string,
    hours: { readonly week: string; readonly practice: number; readonly school: number },
  ): Promise<void>
  /** How many weeks were confirmed. */
  confirmWeeks(actor: Actor, id: string, weeks: readonly string[]): Promise<number>
  takeLeave(actor: Actor, id: string, days: { readonly from: string; readonly until: string }): Promise<void>
  takeLeaveBack(actor: Actor, id: string, leave: string): Promise<void>
  /** How who asks wants to be reminded. */
  setWay(actor: Actor, way: 'mail' | 'page'): Promise<void>
  /** @param asked `week`: a day of the week that is shown */
  get(actor: Actor, id: string, asked?: { readonly week?: string | undefined }): Promise<PlacementView>
  /** Of who asks, or with `organisation` those in which it is a party. */
  list(actor: Actor, filter: { readonly organisation?: string }): Promise<readonly PlacementLine[]>

  schoolRegister(actor: Actor, organisation: string): Promise<SchoolRegister>
  noteBreak(actor: Actor, organisation: string, days: Omit<SchoolBreak, 'id'>): Promise<void>
  forgetBreak(actor: Actor, organisation: string, id: string): Promise<void>
  noteRecognition(actor: Actor, school: string, recognition: Omit<Recognition, 'id'>): Promise<void>
  forgetRecognition(actor: Actor, school: string, id: string): Promise<void>

  /** For the own systems of a party. */
  readonly systems: PlacementsForSystems

  /** As whoever acts in this transaction may see it. */
  findIn(inside: ActingDatabase, id: string): Promise<Placement | undefined>
  /** A placement that ended well, with confirmed hours; as whoever acts in this transaction may see it. */
  practiceIn(inside: ActingDatabase, id: string): Promise<VerifiedPractice | undefined>
  /** As whoever acts in this transaction may see them. */
  ofPerson(inside: ActingDatabase, person: string): Promise<readonly Placement[]>
  ofOrganisation(inside: ActingDatabase, organisation: string): Promise<readonly Placement[]>
  /** Reminders, terms and ends: every few minutes, by one process (`../jobs`). */
  tick(): Promise<Ticked>
  /** What follows elsewhere; in the transaction of that, as a task. */
  personLeaves(inside: ActingDatabase, person: string): Promise<void>
  organisationCloses(inside: ActingDatabase, organisation: string): Promise<void>
  putDemo(inside: ActingDatabase, today: string): Promise<void>
}

const listLimit = 500

export function createPlacements(parts: PlacementsParts): Placements {
  return {
    qualifications: parts.qualifications,
    propose: (actor, proposal) => propose(parts, actor, proposal),
    drafting: (actor, organisation) => drafting(parts, actor, organisation),
    draftByHand: (actor, asked) => draftByHand(parts, actor, asked),
    inviteStudent: (actor, asked) => inviteStudent(parts, actor, asked),
    changeDraft: (actor, id, change) => changeDraft(parts, actor, id, change),
    setPeople: (actor, id, people) => setPeople(parts, actor, id, people),
    offer: (actor, id) => offer(parts, actor, id),
    sign: (actor, id, signing) => sign(parts, actor, id, signing),
    withdraw: (actor, id) => withdraw(parts, actor, id),
    addAddendum: (actor, id, change) => addAddendum(parts, actor, id, change),
    checkAgreement: (actor, id, asked) => checkAgreement(parts, actor, id, asked),
    interrupt: (actor, id, pause) => interrupt(parts, actor, id, pause),
    resume: (actor, id) => resume(parts, actor, id),
    end: (actor, id, told) => end(parts, actor, id, told),
    noteWeek: (actor, id, hours) => noteWeek(parts, actor, id, hours),
    confirmWeeks: (actor, id, weeks) => confirmWeeks(parts, actor, id, weeks),
    takeLeave: (actor, id, days) => takeLeave(parts, actor, id, days),
    takeLeaveBack: (actor, id, leave) => takeLeaveBack(parts, actor, id, leave),
    async setWay(actor, way) {
      const account = actor.kind === 'account' ? actor.account : ''
      permit(actor, 'placement.wish', { kind: 'account', id: account, person: account })
      await actAs(parts.db, actingAs(actor), (inside) => setWish(inside, account, way))
    },
    get: (actor, id, asked) => view(parts, actor, id, asked),
    list: (actor, filter) => list(parts, actor, filter.organisation),
    schoolRegister: (actor, organisation) => schoolRegister(parts, actor, organisation),
    noteBreak: (actor, organisation, days) => noteBreak(parts, actor, organisation, days),
    forgetBreak: (actor, organisation, id) => forgetBreak(parts, actor, organisation, id),
    noteRecognition: (actor, school, recognition) => noteRecognition(parts, actor, school, recognition),
    forgetRecognition: (actor, school, id) => forgetRecognition(parts, actor, school, id),
    systems: createForSystems(parts),
    findIn: (inside, id) => findPlacement(inside, id),
    practiceIn: (inside, id) => practiceIn(inside, id),
    ofPerson: (inside, person) => listPlacements(inside, { person }, listLimit),
    ofOrganisation: (inside, organisation) => listPlacements(inside, { organisation }, listLimit),
    tick: () => tick(parts),
    personLeaves: (inside, person) => personLeaves(parts, inside, person),
    organisationCloses: (inside, organisation) => organisationCloses(parts, inside, organisation),
    putDemo: (inside, today) => putDemo(parts, inside, today),
  }
}

async function list(parts: PlacementsParts, actor: Actor, organisation: string | undefined): Promise<readonly PlacementLine[]> {
  const own = actor.kind === 'account' ? actor.account : ''
  permit(actor, 'placement.read', {
    kind: 'organisation',
    id: organisation ?? '',
    ...(organisation === undefined ? { person: own } : { organisation }),
  })
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const of = organisation === undefined ? { person: own } : { organisation }
    const lines: PlacementLine[] = []
    for (const placement of await listPlacements(inside, of, listLimit)) lines.push(await lineOf(parts, inside, actor, placement))
    return lines
  })
}

async function lineOf(
  parts: PlacementsParts,
  inside: ActingDatabase,
  actor: Actor,
  placement: Placement,
): Promise<PlacementLine> {
  const names = await asProgram(inside, (program) => namesOf(program, [placement.person]))
  const student = names.get(placement.person)
  const open = openOf(await listAgreements(inside, placement.id))
  const signed = open ? (await listSignatures(inside, placement.id)).filter((each) => each.agreement === open.id) : []
  const waits = (open?.roles ?? []).filter((role) => !signed.some((each) => each.role === role))
  const isMine = sidesFor(actor, 'placement.sign', placement).some((side) => waits.includes(side))
  return {
    placement,
    names: {
      ...(student === undefined ? {} : { student }),
      school: (await parts.organisations.find(placement.school, inside))?.name ?? '',
      employer: (await parts.organisations.find(placement.employer, inside))?.name ?? '',
    },
    waits,
    ...(open && isMine ? { signBy: open.signBy } : {}),
  }
}
