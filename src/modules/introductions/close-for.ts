import { actAs } from '../../platform/index.ts'
import { type Actor, actingAs } from '../permissions/index.ts'
import type { Introduction } from './introduction.ts'
import { listIntroductions } from './introduction-store.ts'
import { decline, withdraw } from './move.ts'
import type { IntroductionsParts } from './work.ts'

const mostAtOnce = 200

/**
 * A vacancy is filled or taken back: everybody who waits or talks about it gets a no with that reason and their next plan, in the name of whoever
 * closed it. Each is its own transaction; called again it does the rest.
 * @returns how many were told
 */
export async function closeFor(
  parts: IntroductionsParts,
  actor: Actor,
  vacancy: { readonly id: string; readonly organisation: string },
  reason: 'vacancyFilled' | 'vacancyWithdrawn',
): Promise<number> {
  const filter = { organisation: vacancy.organisation, vacancy: vacancy.id, open: true }
  const open = await actAs(parts.db, actingAs(actor), (inside) => listIntroductions(inside, filter, mostAtOnce))
  const waiting = open.filter(({ state }) => state !== 'hired')
  for (const one of waiting) {
    if (isOwnQuestion(one)) await withdraw(parts, actor, one.id)
    else await decline(parts, actor, one.id, { reason })
  }
  return waiting.length
}

/** What the organisation asked and nobody answered yet it takes back: there is nothing to say no to. */
const isOwnQuestion = ({ state, proposedBy }: Introduction): boolean => state === 'proposed' && proposedBy === 'organisation'
