import type { Finest } from './finest.ts'
import type { Cell, CoarseningRules, ShownProfile, ShownSkill } from './match-profile.ts'

/**
 * How a found person becomes one of many (docs/decisions/0016-found-without-a-name.md). What could single somebody out is made coarser step by
 * step, until at least `leastAlike` people show the same, or nothing of it is left.
 */

/** One step of the ladder: what it makes of a cell. Those that cost matching least come first. */
const steps: readonly ((cell: Cell, finest: Finest) => Cell)[] = [
  ({ available, ...cell }) => (available === undefined ? cell : { ...cell, available: quarterOf(available) }),
  ({ diplomaField: _, ...cell }) => cell,
  ({ municipality: _, ...cell }) => cell,
  // Dutch, which nearly every vacancy asks, stays: another language may be the only one of a town.
  ({ languages, ...cell }) => (languages?.nl === undefined ? cell : { ...cell, languages: { nl: languages.nl } }),
  ({ occupation, ...cell }, { workField }) =>
    occupation === undefined || workField === undefined ? cell : { ...cell, workField },
  ({ available: _, ...cell }) => cell,
  ({ diplomaLevel: _, ...cell }) => cell,
  ({ languages: _, ...cell }) => cell,
  ({ workField: _, ...cell }) => cell,
  ({ region: _, ...cell }) => cell,
]

/** The cells of somebody from the finest to the empty one; how many there are is the same for everybody. */
export function ladderOf(finest: Finest): readonly Cell[] {
  const ladder = [finest.cell]
  for (const step of steps) ladder.push(step(ladder.at(-1) as Cell, finest))
  return ladder
}

export const rungs = steps.length + 1

/** A cell as one text, the same for equal cells. The empty cell is the empty text. */
export function cellText(cell: Cell): string {
  const said = Object.entries(cell).sort(([a], [b]) => (a < b ? -1 : 1))
  return said.length === 0 ? '' : JSON.stringify(said)
}

/** The first cell of a ladder that may be shown: the empty one always may. */
export function firstShown(ladder: readonly Cell[], mayShow: (text: string) => boolean): Cell {
  return ladder.find((cell) => cellText(cell) === '' || mayShow(cellText(cell))) ?? {}
}

/** Somebody of the population, with the cells of the ladder as texts. */
export interface Laddered {
  readonly handle: string
  readonly texts: readonly string[]
}

/**
 * For each of a population the rung that is shown: rung by rung upwards, who stands in a cell of enough people stays there. A cell that nobody
 * showed before (`known`) needs `margin` more: a profile that became finer and coarser with everybody who comes or goes would tell who did.
 */
export function rungsOf(
  population: readonly Laddered[],
  known: (text: string) => boolean,
  { leastAlike, margin }: CoarseningRules,
): ReadonlyMap<string, number> {
  const settled = new Map<string, number>()
  const settledIn = new Map<string, number>()
  let open = population
  for (let rung = 0; rung < rungs && open.length > 0; rung++) {
    const groups = Map.groupBy(open, ({ texts }) => texts[rung] as string)
    const left: Laddered[] = []
    for (const [text, members] of groups) {
      const people = members.length + (settledIn.get(text) ?? 0)
      if (text !== '' && people < leastAlike + (known(text) ? 0 : margin)) {
        left.push(...members)
        continue
      }
      settledIn.set(text, people)
      for (const { handle } of members) settled.set(handle, rung)
    }
    open = left
  }
  return settled
}

/** The skills that may be shown, each at most once: one that few have is shown as the nearest broader one that enough have, or not at all. */
export function shownSkills(finest: Finest, mayShow: (skill: string) => boolean): ShownSkill[] {
  const shown = new Map<string, ShownSkill>()
  for (const { shown: one } of finest.skills) if (mayShow(one.skill)) shown.set(one.skill, one)
  for (const { shown: one, broader } of finest.skills) {
    if (mayShow(one.skill)) continue
    const instead = broader.find(mayShow)
    // Neither level nor proof is of the broader one; and where that was said itself, it stands as it was said.
    if (instead !== undefined && !shown.has(instead)) shown.set(instead, { skill: instead, evidence: 'claimed' })
  }
  return [...shown.values()].sort((a, b) => (a.skill < b.skill ? -1 : 1))
}

export function shownOf(finest: Finest, cell: Cell, skills: readonly ShownSkill[]): ShownProfile {
  return { ...cell, ...finest.plain, skills }
}

/** '2027-02' is '2027-Q1'. */
function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
}
