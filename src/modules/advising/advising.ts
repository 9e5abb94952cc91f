import type { ActingDatabase } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { Language } from '../skills/index.ts'
import type { AdviceNote, Advised, AdvisedLine, AdvisedView } from './advice.ts'

/** How a page asks: in its language, which plans side by side, and given up when whoever asked has left. */
export interface AdviceAsked {
  readonly language: Language
  readonly compare?: readonly string[] | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Advisers beside a person, for as long as that person wants it. All throw SignInNeeded to who is not signed in, and NotFound to everybody but the
 * person and the advisers: also to a colleague who is no adviser, and at once after the yes was taken back.
 */
export interface Advising {
  /** People whom the actor may advise, those with the latest yes first. Nobody where the actor is adviser of nothing. */
  people(actor: Actor): Promise<readonly AdvisedLine[]>
  /** Who advises the actor, and who did some weeks ago. */
  mine(actor: Actor): Promise<readonly AdvisedLine[]>
  /** All that an adviser sees; the person who asks sees the same. A look of an adviser is written down for the person. @throws Busy */
  open(actor: Actor, handle: string, asked: AdviceAsked): Promise<AdvisedView>
  /** @throws Invalid `text`; Invalid `corrects` when that is no note of the same side */
  addNote(actor: Actor, handle: string, note: { readonly text: string; readonly corrects?: string | undefined }): Promise<void>
  /** The adviser suggests an introduction to the person, who alone decides. Gives its id. @throws Conflict, and as `introductions.propose` */
  suggest(actor: Actor, handle: string, vacancy: string): Promise<string>
  /** Whether the actor is an adviser whom this person agreed to, now; in any transaction. */
  isAdvised(inside: ActingDatabase, actor: Actor, account: string): Promise<boolean>
  /** What follows from a yes and from taking it back; in the transaction of that, as a task. */
  onConsent(
    inside: ActingDatabase,
    change: { readonly account: string; readonly given: boolean; readonly organisation?: string | undefined },
  ): Promise<void>
  /** All of somebody: for the export of their data; in a transaction of theirs or of a task. */
  of(
    inside: ActingDatabase,
    account: string,
  ): Promise<readonly (Omit<Advised, 'account'> & { readonly notes: readonly AdviceNote[] })[]>
  /** What ended long enough ago goes, notes too; how many people. Called by a timer. */
  keepHouse(): Promise<number>
  /** A yes and a first note in the demo world, in a task's transaction. They go with the demo's accounts. */
  putDemo(inside: ActingDatabase): Promise<void>
}
