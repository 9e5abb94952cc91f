import { createContext, RouterContextProvider } from 'react-router'
import type { Modules } from '../modules/index.ts'
import type { Clock } from '../platform/index.ts'

/** What the server gives every page: the modules, the time, and the nonce of the security policy. */
export interface SiteContext {
  readonly modules: Modules
  readonly clock: Clock
  /** For inline scripts of this one answer. */
  readonly nonce: string
  /** Whether people reach the site over https: then cookies are Secure. */
  readonly secure: boolean
  /** Network address of who asks, to limit how often people are counted; never kept. */
  readonly address?: string | undefined
  /** Address people use, for absolute links. */
  readonly origin: string
  /** Where people write about a problem, when the host said so. */
  readonly contactEmail?: string | undefined
  /** Refused before any page was asked: every page then is the error page of this status. */
  readonly refused?: number | undefined
}

export const siteContext = createContext<SiteContext>()

export function makeContext(given: SiteContext): RouterContextProvider {
  const context = new RouterContextProvider()
  context.set(siteContext, given)
  return context
}
