import { networkOf } from '../modules/accounts/index.ts'
import type { Actor } from '../modules/permissions/index.ts'

/**
 * Whose requests are counted together: those of an account, of a key, or of a network for who is not signed in. Never of anything that a request
 * says of itself: nobody uses up what belongs to somebody else, and nobody gets a new count by making something up.
 */
export function countedAs(actor: Actor, address: string): string {
  if (actor.kind === 'account') return `account ${actor.account}`
  if (actor.kind === 'key') return `key ${actor.key}`
  return `network ${networkOf(address)}`
}
