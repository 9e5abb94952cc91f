import type { PlanView } from '../planning/index.ts'

/** How somebody's best plan goes; `none`: no plan was found today. */
type PlanWay = PlanView['kind'] | 'none'

/** What a picture counts of one person: coarse, and kept nowhere. */
export interface Counted {
  /** Labour-market region; left out: not told. */
  readonly region?: string | undefined
  /** Group of occupations (BRC 2014) of the work that they know; left out: not known. */
  readonly group?: string | undefined
  readonly way: PlanWay
  /** Programmes that stand in the first of their plans. */
  readonly programmes: readonly string[]
}

/** `least` people at least, in steps; what is under the least of the rule does not stand in it at all. */
interface Cell {
  readonly key: string
  readonly least: number
}

export const partitions = ['regions', 'groups', 'ways'] as const
type Partition = (typeof partitions)[number]

/** Four fixed tables. In the first three everybody stands once; a person may stand at several programmes. */
export type Cells = Readonly<Record<Partition | 'programmes', readonly Cell[]>>

/** The key of who did not tell. */
export const notTold = 'unknown'

/** How many different keys there are in all: known to everybody, so also to who reckons back. Groups and regions: at least so many. */
export const keysOf: Readonly<Record<Partition, number>> = { regions: 36, groups: 40, ways: 5 }

/**
 * The counts of one picture. Each is lowered by 0 to `step - 1` by chance and then rounded down to a step, and a count under one step is left out. So
 * what is shown is never more than there are, a group smaller than a step is never shown, and one person more or less changes a table with a chance
 * of one in `step` at most: also for who knows everybody else. A picture is made once, so nothing can be averaged out.
 *
 * Then it is looked at as somebody would who reckons back from all four tables together, and cells are taken out until nothing follows for what is left out.
 * @param below a whole number by chance, from 0 to under its argument
 */
export function makePicture(people: readonly Counted[], step: number, below: (limit: number) => number): Cells {
  const round = (keys: readonly string[]): Cell[] =>
    [...Map.groupBy(keys, (key) => key)]
      .map(([key, { length }]) => ({ key, least: Math.floor((length - below(step)) / step) * step }))
      .filter(({ least }) => least >= step)
      .sort((a, b) => b.least - a.least || (a.key < b.key ? -1 : 1))
  return withoutConclusions(
    {
      regions: round(people.map(({ region }) => region ?? notTold)),
      groups: round(people.map(({ group }) => group ?? notTold)),
      ways: round(people.map(({ way }) => way)),
      programmes: round(people.flatMap(({ programmes }) => [...new Set(programmes)])),
    },
    step,
  )
}

/** A shown count can be that much more; a hidden one can be that many. */
export const mostAbove = (step: number): number => 2 * step - 2

/**
 * The fewest people that there must be follows from each table; the most that there can be also. Where the first comes near the second, a count that is
 * left out would be known: the smallest cell of the table that says the most is taken out, until everything left out can be nobody and can be many.
 */
function withoutConclusions(cells: Cells, step: number): Cells {
  let left = cells
  for (;;) {
    const [table, fewest] = tableOfMost(left)
    const room = Math.min(...partitions.map((partition) => roomOf(left, partition, step)))
    if (fewest <= room || table === undefined) return left
    left = { ...left, [table]: left[table].slice(0, -1) }
  }
}

/** How many people there may be at least, so that each hidden count of this table can still be none, and still be `step - 1`. */
function roomOf(cells: Cells, partition: Partition, step: number): number {
  const shown = cells[partition]
  const hidden = keysOf[partition] - shown.length
  const most = sum(shown) + (shown.length + Math.max(0, hidden)) * mostAbove(step)
  return most - (hidden > 0 ? mostAbove(step) : step - 1)
}

function tableOfMost(cells: Cells): readonly [keyof Cells | undefined, number] {
  const all = [
    ...partitions.map((partition) => [partition, sum(cells[partition])] as const),
    // People may stand at several programmes: the largest says how many there are at least.
    ['programmes', cells.programmes[0]?.least ?? 0] as const,
  ]
  return all.reduce<readonly [keyof Cells | undefined, number]>((most, one) => (one[1] > most[1] ? one : most), [undefined, 0])
}

const sum = (cells: readonly Cell[]): number => cells.reduce((total, { least }) => total + least, 0)

/** All pictures together: of other people each, so their counts add up. The most first. */
export function addUp(pictures: readonly Cells[]): Cells {
  const add = (table: keyof Cells): Cell[] =>
    [
      ...Map.groupBy(
        pictures.flatMap((cells) => cells[table]),
        ({ key }) => key,
      ),
    ]
      .map(([key, cells]) => ({ key, least: sum(cells) }))
      .sort((a, b) => b.least - a.least || (a.key < b.key ? -1 : 1))
  return { regions: add('regions'), groups: add('groups'), ways: add('ways'), programmes: add('programmes') }
}

/** Terms of pictures: dated rules. */
export interface PictureTerms {
  readonly step: number
  readonly people: number
  readonly spread: number
  readonly days: number
}

/** Whether the next picture may be made: enough new people, and long enough after the last. */
export function isDue(
  {
    waiting,
    countsFrom,
    daysSince,
  }: { readonly waiting: number; readonly countsFrom: number; readonly daysSince: number | undefined },
  terms: PictureTerms,
): boolean {
  return waiting >= countsFrom && (daysSince === undefined || daysSince >= terms.days)
}

/** How many new people a picture waits for: drawn anew after each, and told to nobody. */
export const drawCountsFrom = (terms: PictureTerms, below: (limit: number) => number): number =>
  terms.people + below(terms.spread)
