import type { ActingDatabase, DateText } from '../../platform/index.ts'
import { cellText, firstShown, type Laddered, ladderOf, rungsOf, shownOf, shownSkills } from './coarsen.ts'
import { type Finest, type FinestParts, finestOf } from './finest.ts'
import type { Cell, CoarseningRules } from './match-profile.ts'
import type { FoundRow, MatchProfileStore, ShownRow } from './match-profile-store.ts'

export interface CoarseningParts extends FinestParts {
  readonly store: MatchProfileStore
  readonly rules: CoarseningRules
}

const page = 500

/**
 * Gives those who wait their place: in a cell that enough others show already, and with skills that enough others show. So whoever comes makes
 * no cell smaller, and nothing finer than before is shown. Returns how many.
 */
export async function settleWaiting(inside: ActingDatabase, parts: CoarseningParts): Promise<number> {
  const { store, rules, today } = parts
  await store.waitForOthers(inside)
  const handles = await store.waiting(inside, page)
  if (handles.length === 0) return 0
  const rows = await store.foundOf(inside, handles)
  const all = rows.map((row) => ({ row, finest: finestOf(row.profile, parts) }))
  const texts = new Set(all.flatMap(({ finest }) => ladderOf(finest).map(cellText)))
  const skills = new Set(all.flatMap(({ finest }) => finest.skills.flatMap(({ shown, broader }) => [shown.skill, ...broader])))
  const cells = new Set(await store.cellsOfMany(inside, [...texts], rules.leastAlike))
  const often = new Set(await store.skillsOfMany(inside, [...skills], rules.leastAlike))
  const shown = all.map(({ row, finest }) =>
    toShown(
      row,
      finest,
      firstShown(ladderOf(finest), (text) => cells.has(text)),
      (skill) => often.has(skill),
    ),
  )
  await store.putShown(inside, shown, today)
  return shown.length
}

/** Looks at everybody anew: who became many shows more, who became few shows less. Returns how many people are found. */
export async function coarsenAll(inside: ActingDatabase, parts: CoarseningParts): Promise<number> {
  const { store, rules, today } = parts
  await store.waitForOthers(inside)
  const known = new Set((await store.cells(inside)).map(({ cell }) => cell))
  const knownSkills = new Set((await store.skills(inside)).map(({ skill }) => skill))
  const population: Laddered[] = []
  const holders = new Map<string, number>()
  await eachFound(inside, store, (row) => {
    const finest = finestOf(row.profile, parts)
    population.push({ handle: row.id, texts: ladderOf(finest).map(cellText) })
    for (const { shown } of finest.skills) holders.set(shown.skill, (holders.get(shown.skill) ?? 0) + 1)
  })
  const rungs = rungsOf(population, (text) => known.has(text), rules)
  const isOften = (skill: string): boolean =>
    (holders.get(skill) ?? 0) >= rules.leastAlike + (knownSkills.has(skill) ? 0 : rules.margin)
  // Read twice rather than held: what is kept of each in between is a few texts.
  let batch: ShownRow[] = []
  await eachFound(inside, store, async (row) => {
    const finest = finestOf(row.profile, parts)
    batch.push(toShown(row, finest, ladderOf(finest)[rungs.get(row.id) ?? 0] ?? {}, isOften))
    if (batch.length < page) return
    await store.putShown(inside, batch, today)
    batch = []
  })
  await store.putShown(inside, batch, today)
  return population.length
}

/**
 * After somebody went: whoever showed the same cell or skill and is now one of too few shows nothing of it any more, at once. They get a place
 * again with the next look at everybody.
 */
export async function closeRanks(
  inside: ActingDatabase,
  { store, leastAlike, today }: { readonly store: MatchProfileStore; readonly leastAlike: number; readonly today: DateText },
  gone: Pick<ShownRow, 'cell' | 'shown'>,
): Promise<void> {
  const skills = gone.shown.skills.map(({ skill }) => skill)
  const stillCells = new Set(await store.cellsOfMany(inside, [gone.cell], leastAlike))
  const stillOften = new Set(await store.skillsOfMany(inside, skills, leastAlike))
  const rare = skills.filter((skill) => !stillOften.has(skill))
  const cell = gone.cell === '' || stillCells.has(gone.cell) ? noCell : gone.cell
  const rows = await store.shownOf(inside, await store.showing(inside, { cell, skills: rare }))
  await store.putShown(
    inside,
    rows.map((row) => withLess(row, row.cell === cell, new Set(rare))),
    today,
  )
}

/** No text of a cell: these are JSON, or empty. */
const noCell = 'none'

function withLess(row: ShownRow, leavesCell: boolean, rare: ReadonlySet<string>): ShownRow {
  const { skills, hours, days, ...cell } = row.shown
  return {
    ...row,
    cell: leavesCell ? '' : row.cell,
    shown: {
      ...(leavesCell ? {} : cell),
      ...(hours === undefined ? {} : { hours }),
      ...(days === undefined ? {} : { days }),
      skills: skills.filter(({ skill }) => !rare.has(skill)),
    },
  }
}

function toShown(row: FoundRow, finest: Finest, cell: Cell, mayShow: (skill: string) => boolean): ShownRow {
  return { handle: row.id, demo: row.demo, cell: cellText(cell), shown: shownOf(finest, cell, shownSkills(finest, mayShow)) }
}

async function eachFound(
  inside: ActingDatabase,
  store: MatchProfileStore,
  look: (row: FoundRow) => void | Promise<void>,
): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await store.foundAfter(inside, after, page)
    for (const row of rows) await look(row)
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    after = last.id
  }
}
