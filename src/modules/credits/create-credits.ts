import { type ActingDatabase, actAs, todayInAmsterdam } from '../../platform/index.ts'
import type { Bilingual } from '../trainings/index.ts'
import { createActivities } from './activities.ts'
import { createAwards } from './awards.ts'
import { type CreditCheck, checkCredits } from './check.ts'
import { putDemoCredits, removeDemoCredits } from './demo.ts'
import { emptyFiles } from './evidence-store.ts'
import { type CreditsForSystems, createForSystems } from './for-systems.ts'
import { createLook } from './look.ts'
import type { CreditsParts } from './parts.ts'
import { type Scale, toCredits } from './unit.ts'
import { findUnit } from './unit-store.ts'
import { createUnits } from './units.ts'

/** An award that stands, for who makes something of it: a credential. */
export interface StandingAward {
  readonly id: string
  readonly unit: string
  readonly unitTitle: Bilingual
  readonly scale: Scale
  /** In the scale of the unit. */
  readonly credits: number
  readonly at: number
  readonly assessor: string | undefined
  /** Ids of the work that it rests on. */
  readonly activities: readonly string[]
}

/**
 * Work that earns credits: a student logs work, the practice supervisor confirms the facts, an assessor of the school awards. What was awarded stands in a
 * double-entry ledger that is only added to. All methods throw SignInNeeded, Forbidden or NotFound by the permission table, Invalid for what cannot be
 * used, and CreditsRefused for what cannot be done now.
 */
export interface Credits
  extends ReturnType<typeof createActivities>,
    Omit<ReturnType<typeof createAwards>, 'standing'>,
    ReturnType<typeof createLook> {
  readonly units: ReturnType<typeof createUnits>
  /** For the own systems of a school or an employer. */
  readonly systems: CreditsForSystems
  /** Awards of a placement that stand, as far as the actor of this transaction sees them. */
  awardsOf(inside: ActingDatabase, placement: string): Promise<readonly StandingAward[]>
  /** Every invariant of every ledger; what does not hold. */
  check(): Promise<CreditCheck>
  /** Files whose term is over go, their hashes stay. How many. Without a rule nothing goes. Called by a timer. */
  keepHouse(): Promise<number>
  putDemo(inside: ActingDatabase): Promise<void>
  removeDemo(inside: ActingDatabase): Promise<void>
}

const dayMs = 86_400_000

export function createCredits(parts: CreditsParts): Credits {
  const { db, clock, rules } = parts
  const { standing, ...awards } = createAwards(parts)
  return {
    ...createActivities(parts),
    ...awards,
    ...createLook(parts),
    units: createUnits(parts),
    systems: createForSystems(parts),
    async awardsOf(inside, placement) {
      const found: StandingAward[] = []
      for (const { id, unit, amount, at, assessor, ground } of await standing(inside, placement)) {
        const of = await findUnit(inside, unit)
        if (!of) continue
        found.push({
          ...{ id, unit, unitTitle: of.title, scale: of.scale, credits: toCredits(of.scale, amount), at, assessor },
          activities: ground.map(({ activity }) => activity),
        })
      }
      return found
    },
    check: () => checkCredits(parts),
    async keepHouse() {
      const days = (await rules.find('evidence-kept-days', todayInAmsterdam(clock.now())))?.value
      if (typeof days !== 'number') return 0
      const before = todayInAmsterdam(clock.now() - days * dayMs)
      return actAs(db, { task: 'credits' }, (program) => emptyFiles(program, before, clock.now()))
    },
    putDemo: (inside) => putDemoCredits(parts, inside),
    removeDemo: (inside) => removeDemoCredits(inside),
  }
}
