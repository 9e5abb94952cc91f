/** Credits for the own systems of a school or an employer, to read only: people log, confirm and award. Nobody's name and no text of theirs is in it. */
import { actAs, cutPage, NotFound, readCursor, todayInAmsterdam } from '../../platform/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import { listPageOfBooks } from './book-store.ts'
import type { LedgerEntry } from './ledger.ts'
import { earnedOf } from './ledger.ts'
import { listEntries } from './ledger-store.ts'
import { openPlacement, readBook } from './open-book.ts'
import type { CreditsParts, PlacementFacts } from './parts.ts'
import { progressOn, type UnitProgress } from './progress.ts'
import { type Scale, toCredits } from './unit.ts'

/** What somebody earned in one placement, in the scale of its units: credits, or hours of study. */
export interface CreditTotals {
  readonly placement: PlacementFacts
  /** Left out: the programme has no units. */
  readonly scale?: Scale | undefined
  readonly total: number
  readonly earned: number
  readonly running: number
  readonly toGo: number
}

export interface CreditBook extends CreditTotals {
  readonly units: readonly UnitProgress[]
  readonly entries: readonly LedgerEntry[]
}

/** Both throw SignInNeeded, Forbidden or NotFound by the permission table, also for a placement of others. */
export interface CreditsForSystems {
  /** Those in which something was logged, the newest first. @throws Invalid at `cursor` */
  page(
    actor: Actor,
    asked: { readonly organisation: string; readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<{ readonly items: readonly CreditTotals[]; readonly next?: string }>
  one(actor: Actor, organisation: string, placement: string): Promise<CreditBook>
}

export function createForSystems(parts: CreditsParts): CreditsForSystems {
  const today = () => todayInAmsterdam(parts.clock.now())
  return {
    async page(actor, { organisation, cursor, limit }) {
      permitFor(actor, organisation)
      const after = cursor === undefined ? undefined : readCursor<[string, string]>(cursor, ['2000-01-01', ''])
      return actAs(parts.db, actingAs(actor), async (inside) => {
        const { items, ...page } = cutPage(
          await listPageOfBooks(inside, organisation, after, limit + 1),
          limit,
          ({ from, placement }) => [from, placement],
        )
        const totals: CreditTotals[] = []
        for (const { placement } of items) {
          const opened = await openPlacement(parts, inside, actor, 'ledger.read', placement)
          const { units, work, given } = await readBook(inside, opened.placement)
          totals.push(totalsOf(opened.placement, progressOn(today(), units, work, given)))
        }
        return { items: totals, ...page }
      })
    },

    async one(actor, organisation, placement) {
      permitFor(actor, organisation)
      return actAs(parts.db, actingAs(actor), async (inside) => {
        const of = await parts.placements.findIn(inside, placement)
        // Whoever asks in the name of one organisation gets nothing of another, also where they act for both.
        if (of && of.school !== organisation && of.employer !== organisation) throw new NotFound('placement', placement)
        const opened = await openPlacement(parts, inside, actor, 'ledger.read', placement)
        const { school, employer } = opened.placement
        if (school !== organisation && employer !== organisation) throw new NotFound('placement', placement)
        const { units, work, given } = await readBook(inside, opened.placement)
        const progress = progressOn(today(), units, work, given)
        return { ...totalsOf(opened.placement, progress), units: progress, entries: await listEntries(inside, placement) }
      })
    },
  }
}

function totalsOf(placement: PlacementFacts, progress: readonly UnitProgress[]): CreditTotals {
  const scale = progress[0]?.unit.scale
  const sum = (of: (one: UnitProgress) => number): number => {
    const amount = progress.reduce((total, one) => total + of(one), 0)
    return scale === undefined ? 0 : toCredits(scale, amount)
  }
  return {
    ...{ placement, scale, total: sum(({ unit }) => unit.amount), earned: sum(({ earned }) => earned) },
    ...{ running: sum(({ running }) => running), toGo: sum(({ toGo }) => toGo) },
  }
}

/** What one entry changed of what was earned, in the smallest units, with its sign. */
export const changeOf = (entry: LedgerEntry): number => earnedOf([entry])

const permitFor = (actor: Actor, organisation: string): void =>
  permit(actor, 'ledger.read', { kind: 'organisation', id: organisation, organisation })
