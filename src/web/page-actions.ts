import type { Action } from '../modules/permissions/index.ts'

/** An action of the table; or `public`: about nobody, or only about what this browser and who is signed in with it keep themselves. */
export type AskedAction = Action | 'public'

export interface PageActions {
  /** Looking at the page. */
  readonly loader: AskedAction
  /** Each button by its `intent`. A page with one form that has no `intent` calls it `post`. */
  readonly intents: Readonly<Record<string, AskedAction>>
}
