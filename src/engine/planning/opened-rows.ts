import type { Course } from './courses.ts'
import { MissingSets } from './missing-sets.ts'
import { closedTargets, inOrder, newlyOpened } from './opens.ts'
import type { PlanKind } from './plan.ts'
import type { Planning } from './planning.ts'
import { type Scope, standingIn } from './scope.ts'
import { SetsByDemand } from './sets-by-demand.ts'

const knownOf = new WeakMap<Planning, Map<Scope, OpenedRows>>()

/** What paths newly open for one person in one mode: the missing sets are made once for all paths that are asked about. */
export function openedIn(planning: Planning, scope: Scope): OpenedRows {
  const known = knownOf.get(planning) ?? new Map<Scope, OpenedRows>()
  knownOf.set(planning, known)
  const found = known.get(scope) ?? new OpenedRows(planning, scope)
  known.set(scope, found)
  return found
}

/** What a path newly opens among the rows of a scope, in one mode (ruling 36). Rows that miss the same are looked at once. */
export class OpenedRows {
  readonly #planning: Planning
  readonly #scope: Scope
  #sets: MissingSets | undefined
  #byDemand: SetsByDemand | undefined
  #reached: Scope | undefined

  constructor(planning: Planning, scope: Scope) {
    this.#planning = planning
    this.#scope = scope
  }

  get sets(): MissingSets {
    const { traveller, mode } = this.#planning
    this.#sets ??= new MissingSets(traveller.market, traveller.view, standingIn(traveller, this.#scope), mode)
    return this.#sets
  }

  /** In order of id. */
  by(kind: PlanKind, path: readonly Course[]): number[] {
    if (path.length === 0) return []
    const { rank } = this.#planning.traveller.market.columns
    const rows = kind === 'trainThenHire' ? this.#byTraining(path) : this.#byOtherKinds(kind, path)
    return rows.sort((a, b) => (rank[a] as number) - (rank[b] as number))
  }

  #byTraining(path: readonly Course[]): number[] {
    if (path.some(({ dual }) => dual) || !this.#planning.walks.of(inOrder(path))) return []
    this.#byDemand ??= new SetsByDemand(this.sets, this.#planning.traveller.courses)
    const closed = this.#byDemand.closedBy([...new Set(path.map(({ content }) => content.index))])
    return closed.flatMap((set) => [...this.sets.rowsOf(set)])
  }

  /** Few jobs are reached otherwise: those are looked at one by one. */
  #byOtherKinds(kind: PlanKind, path: readonly Course[]): number[] {
    this.#reached ??= { rows: this.#rowsReachedOtherwise() }
    const closed = closedTargets(this.#planning, this.#reached)
    return newlyOpened(this.#planning, closed, kind, path).map(({ vacancy }) => vacancy.row)
  }

  #rowsReachedOtherwise(): Uint32Array {
    const { traveller } = this.#planning
    const { reach } = traveller.market.columns
    return standingIn(traveller, this.#scope).rows.filter((row) => reach[row] !== 0)
  }
}
