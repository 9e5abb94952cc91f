import { actAs, type Clock, type Database, todayInAmsterdam } from '../../platform/index.ts'
import { countingKnobs, type RoundedCount, roundCount } from '../engines/index.ts'
import type { RulesService } from '../rules/index.ts'
import { countPeopleWith } from './kept-plan-store.ts'

/** A postgres path has a limit; no programme is given this often. */
const mostOfferings = 500

/** In tens; null below ten and below what the rule says. The exact number ends here. */
export async function countKept(
  { db, clock, rules }: { readonly db: Database; readonly clock: Clock; readonly rules: Pick<RulesService, 'find'> },
  offerings: readonly string[],
): Promise<RoundedCount> {
  const now = clock.now()
  const rule = await rules.find('anonymous-least-alike', todayInAmsterdam(now))
  const least = Math.max(countingKnobs.leastShown, typeof rule?.value === 'number' ? rule.value : 0)
  const people = await actAs(db, { task: 'kept-plans' }, (inside) =>
    countPeopleWith(inside, offerings.slice(0, mostOfferings), now),
  )
  return people < least ? null : roundCount(people)
}
