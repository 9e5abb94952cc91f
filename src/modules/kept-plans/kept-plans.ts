import type { ActingDatabase } from '../../platform/index.ts'
import type { RoundedCount } from '../engines/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { PlanView } from '../planning/index.ts'
import type { Language } from '../skills/index.ts'
import type { KeptPlan, KeptPlanView } from './kept-plan.ts'

/** What one turn of the timer did. */
export interface KeptPlansTurn {
  /** People whose plans were looked at. */
  readonly looked: number
  /** Plans that went from the record at the end of their term. */
  readonly removed: number
  readonly mailed: number
  /** Engines were too busy: the rest waits for another try. */
  readonly isBusy?: true
}

/** One of so many equal shares of all people, from 0: by a hash of the account. */
export interface Share {
  readonly part: number
  readonly of: number
}

export const everybody: Share = { part: 0, of: 1 }

/** Asked on behalf of a page: in its language, and given up when whoever asked has left. */
export interface AskedBy {
  readonly language: Language
  readonly signal?: AbortSignal | undefined
}

/** Plans that people keep: as they were, and what became of them. All throw SignInNeeded to who is not signed in. */
export interface KeptPlans {
  /**
   * The actor keeps a plan that is one for their own profile, now. Again changes nothing.
   * @throws Invalid `plan` when it is none for this profile; Conflict when as many as fit are kept
   */
  keep(actor: Actor, plan: string, asked: AskedBy): Promise<void>
  /** Whether the actor keeps this plan. */
  isKept(actor: Actor, plan: string): Promise<boolean>
  count(actor: Actor): Promise<number>
  /** The newest first, each looked at just now where that could be done in time. */
  list(actor: Actor, asked: AskedBy): Promise<readonly KeptPlanView[]>
  /** Two or three of them as they are today, in the order of the list; those that are gone are left out. */
  compare(actor: Actor, ids: readonly string[], asked: AskedBy): Promise<readonly PlanView[]>
  /** The actor saw what changed: from now on this is how the plan was. @throws NotFound */
  seen(actor: Actor, id: string, asked: AskedBy): Promise<void>
  /** @throws NotFound */
  remove(actor: Actor, id: string): Promise<void>
  /** Whether the actor wants a mail when a plan changes: at most once in so many days (rule `kept-plan-mail-days`). */
  wantsMail(actor: Actor): Promise<boolean>
  wantMail(actor: Actor, want: boolean): Promise<void>
  /**
   * How many people keep a plan with one of these offerings in it: in tens, and null below ten (and below the rule `anonymous-least-alike`). Only those
   * who agreed to be counted. Who may ask is decided where it is asked.
   */
  countWith(offerings: readonly string[]): Promise<RoundedCount>
  /** All rows of somebody: for the export of their data. */
  of(inside: ActingDatabase, account: string): Promise<readonly KeptPlan[]>
  /** People whose plans nobody looked at for about a day. */
  countDue(): Promise<number>
  /** Looks at plans that nobody opened for a day, mails who wants it, removes what is gone for long. Of everybody, or of one share of them. */
  keepHouse(share?: Share, signal?: AbortSignal): Promise<KeptPlansTurn>
}

/** Few enough to look at all of them each time. */
export const mostKept = 20
export const mostCompared = 3
