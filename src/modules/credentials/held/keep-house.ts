import { actAs, todayInAmsterdam } from '../../../platform/index.ts'
import { type Checks, checkCredential, conclude } from '../checks/index.ts'
import { parseDocument } from '../document/index.ts'
import { type HeldCredential, keptChecks, type Lapsed } from './held-credential.ts'
import { lapse, listEnded, listToRecheck, saveChecks } from './held-store.ts'
import type { HeldParts } from './work.ts'

const task = { task: 'keep-house' } as const
const mostAtOnce = 200
/** Looking again may ask other hosts. */
const mostRechecked = 20
const dayMs = 86_400_000

export interface HeldTurn {
  readonly lapsed: number
  readonly rechecked: number
}

/** What ended by now counts no more, and what was not looked at for long is checked again: its issuer may have taken it back. */
export async function keepHeld(parts: HeldParts): Promise<HeldTurn> {
  const expired = await lapseExpired(parts)
  const { rechecked, lapsed } = await recheck(parts)
  return { lapsed: expired + lapsed, rechecked }
}

async function lapseExpired(parts: HeldParts): Promise<number> {
  const now = parts.clock.now()
  const ended = await actAs(parts.db, task, (inside) => listEnded(inside, now, mostAtOnce))
  for (const { id, person } of ended) await endOne(parts, id, person, 'expired')
  return ended.length
}

async function recheck(parts: HeldParts): Promise<HeldTurn> {
  const now = parts.clock.now()
  const days = (await parts.rules.find('credential-recheck-days', todayInAmsterdam(now)))?.value
  if (typeof days !== 'number') return { lapsed: 0, rechecked: 0 }
  const due = await actAs(parts.db, task, (inside) => listToRecheck(inside, now - days * dayMs, mostRechecked))
  let lapsed = 0
  for (const { held, person } of due) {
    const checks = await checkAgain(parts, held)
    const conclusion = conclude(checks)
    if (conclusion === 'refused') {
      await endOne(parts, held.id, person, whyOf(checks))
      lapsed++
      continue
    }
    // What cannot be looked up today was looked up before: only better news is written down.
    const better = conclusion === 'verified' && held.conclusion !== 'verified' ? conclusion : held.conclusion
    const kept = better === held.conclusion && conclusion !== better ? held.checks : keptChecks(checks)
    await actAs(parts.db, task, async (inside) => {
      await saveChecks(inside, held.id, { checks: kept, conclusion: better, now })
      if (better !== held.conclusion) await keepAgain(parts, inside, person)
    })
  }
  return { lapsed, rechecked: due.length }
}

/** Whose it is was seen when it came in: somebody who has another address since is still who they were. */
async function checkAgain(parts: HeldParts, { document, checks }: HeldCredential): Promise<Checks> {
  const found = await checkCredential(parseDocument(document ?? ''), {}, parts.checks)
  return { ...found, subject: checks.subject }
}

function whyOf({ status, dates }: Checks): Lapsed {
  if (status.verdict === 'invalid') return 'revoked'
  return dates.verdict === 'invalid' ? 'expired' : 'broken'
}

async function endOne(parts: HeldParts, id: string, person: string, why: Lapsed): Promise<void> {
  await actAs(parts.db, task, async (inside) => {
    await lapse(inside, id, why, parts.clock.now())
    await keepAgain(parts, inside, person)
  })
}

/** The profile is kept anew, so that its evidence is what stands now. */
export async function keepAgain(
  { profileOf, keepProfile }: Pick<HeldParts, 'profileOf' | 'keepProfile'>,
  inside: Parameters<HeldParts['profileOf']>[0],
  person: string,
): Promise<void> {
  const profile = await profileOf(inside, person)
  if (profile) await keepProfile(inside, person, profile)
}
