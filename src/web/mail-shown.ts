import type { Actor } from '../modules/permissions/index.ts'
import type { SiteContext } from './context.ts'

/**
 * Whether who asks for this page may also look at the page with mail that would have been sent: no mail server is set up, and it is asked from this
 * machine itself, or by an administrator. "Look at your mail" links there then.
 */
export function isMailShown(
  { modules, address }: Pick<SiteContext, 'modules' | 'address'>,
  request: Request,
  actor: Actor,
): boolean {
  return modules.mail.isShownTo({ address, headers: request.headers }, actor)
}
