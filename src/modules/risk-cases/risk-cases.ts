import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { Language } from '../skills/index.ts'
import type { CaseLine, CaseView, Invited, InviteResult, OfferKind, TakingView } from './risk-case.ts'

/**
 * Cases for people whose job is at risk. All throw SignInNeeded to who is not signed in, and NotFound to who is neither in the circle nor takes part:
 * also to an owner of the organisation. What the circle sees of people is in `picture.ts`.
 */
export interface RiskCases {
  /** Of which the actor is in the circle, or in which they take part; the newest first. */
  mine(actor: Actor): Promise<readonly CaseLine[]>
  /** Gives its id; the actor is its lead. @throws Invalid `title`, `endsOn`; CaseRefused `notVerified` */
  open(actor: Actor, asked: { readonly organisation: string; readonly title: string; readonly endsOn: DateText }): Promise<string>
  /** For the circle. */
  look(actor: Actor, id: string, language: Language): Promise<CaseView>
  /** Names a member of an organisation, by the address of their account. @throws Invalid `email` when there is no such member */
  seat(actor: Actor, id: string, email: string): Promise<void>
  /** Takes somebody out. @throws CaseRefused `lastLead` */
  unseat(actor: Actor, id: string, seat: string): Promise<void>
  /** Anybody in the circle may leave it. @throws CaseRefused `lastLead` */
  leaveCircle(actor: Actor, id: string): Promise<void>
  /** @throws Invalid `target` when it is no published vacancy or course */
  putOn(actor: Actor, id: string, offer: { readonly kind: OfferKind; readonly target: string }): Promise<void>
  takeOff(actor: Actor, id: string, offer: { readonly kind: OfferKind; readonly target: string }): Promise<void>
  /**
   * Writes to addresses, one a line or in any column of a CSV. Only a hash of each is kept. `openAt` is the page that opens the link.
   * @throws Invalid `addresses`; CaseRefused `closed`, `invitedMany`
   */
  invite(
    actor: Actor,
    id: string,
    asked: { readonly addresses: string; readonly language: Language; readonly openAt: string },
  ): Promise<InviteResult>
  close(actor: Actor, id: string): Promise<void>

  /** What a link says before anybody answers. Also to who is not signed in. @throws NotFound when it opens nothing (any more) */
  openInvitation(code: string): Promise<Invited>
  /** The person takes part: decided by them alone, and told to nobody. Gives the id of the case. @throws NotFound as `openInvitation` */
  join(actor: Actor, code: string): Promise<string>
  /** At once, and told to nobody. */
  leave(actor: Actor, id: string): Promise<void>
  /** For who takes part: plans to what is on the case. @throws Busy */
  take(
    actor: Actor,
    id: string,
    asked: { readonly language: Language; readonly signal?: AbortSignal | undefined },
  ): Promise<TakingView>

  /** Makes pictures of which there are enough new people. How many. Called by a timer. */
  makePictures(): Promise<number>
  /** What ended closes, and what closed long enough ago goes. How many went. Called by a timer. */
  keepHouse(): Promise<number>
  /** Its cases close; in the transaction in which it closes, as a task. */
  organisationCloses(inside: ActingDatabase, organisation: string): Promise<void>
  /** A case in the demo world, in a task's transaction; it goes with the demo's organisations. */
  putDemo(inside: ActingDatabase): Promise<void>
}
