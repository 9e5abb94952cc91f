import type { Database } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { RoleLeft } from '../senior-hours/index.ts'
import type { Scenario } from './scenario.ts'

/** Which cohorts to open, for a region and a budget. */
export interface CohortChoice {
  /** What an organisation asked before, the newest first. @throws SignInNeeded, Forbidden, NotFound */
  list(actor: Actor, organisation: string): Promise<readonly Scenario[]>
  /** Hours that are left this week of those who guide, at the organisation and at those tied to it, by role. */
  seniorHoursLeft(actor: Actor, organisation: string): Promise<readonly RoleLeft[]>
  /**
   * Chooses, and keeps what came out under a name. Takes seconds.
   * @param name empty: that of the region
   * @param given an `AskedChoice`
   * @throws Invalid at a field; ChoiceRefused; Busy when too much is asked at once
   */
  ask(actor: Actor, organisation: string, name: string, given: unknown): Promise<Scenario>
  /** @throws NotFound */
  remove(actor: Actor, organisation: string, id: string): Promise<void>
  /** Regions whose people are put in groups at night, so that asking by day takes less. */
  regionsToPrepare(): Promise<readonly string[]>
  /**
   * Works the groups of a region out. `write` keeps them, in a transaction of whoever asked; the newest stays. `people` in tens.
   * @throws Busy
   */
  prepare(region: string, signal: AbortSignal): Promise<{ readonly people: number; write(inside: Database): Promise<void> }>
  /** Ends the thread that solves. One that is asked nothing holds up no process. */
  close(): Promise<void>
}
