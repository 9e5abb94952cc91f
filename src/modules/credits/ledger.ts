import { createHash } from 'node:crypto'

/** One entry of a ledger, with its two lines. */
export interface LedgerEntry {
  readonly book: string
  /** From 1, without a gap in each book. */
  readonly number: number
  readonly kind: 'award' | 'withdrawal'
  readonly award: string
  readonly unit: string
  readonly at: number
  readonly seal: string
  readonly lines: readonly LedgerLine[]
}

/** `pool`: what the units of the placement have to give; `earned`: what the student has. In the smallest units. */
export interface LedgerLine {
  readonly account: 'pool' | 'earned'
  readonly amount: number
}

/** The two lines of an entry: what goes to the student comes from the pool, and a withdrawal is the same the other way. */
export function linesOf(kind: LedgerEntry['kind'], amount: number): readonly [LedgerLine, LedgerLine] {
  const earned = kind === 'award' ? amount : -amount
  return [
    { account: 'pool', amount: -earned },
    { account: 'earned', amount: earned },
  ]
}

/** Hash of an entry and of the seal before it ('' before the first), so that no entry before it can be changed unseen. */
export function sealOf(entry: Omit<LedgerEntry, 'seal'>, before: string): string {
  const lines = entry.lines.map(({ account, amount }) => [account, amount]).sort()
  const said = [before, entry.book, entry.number, entry.kind, entry.award, entry.unit, entry.at, lines]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/** What was earned of a book: the sum of its lines, never kept. */
export function earnedOf(entries: readonly LedgerEntry[], unit?: string): number {
  return entries
    .filter((entry) => unit === undefined || entry.unit === unit)
    .flatMap(({ lines }) => lines)
    .reduce((sum, { account, amount }) => sum + (account === 'earned' ? amount : 0), 0)
}
