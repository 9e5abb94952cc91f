import { weightOf } from './check.ts'
import { type Aim, type Candidate, type Choice, means, type Problem, takenBy } from './problem.ts'

/**
 * A problem as an integer programme in plain arrays (columns by column, as solvers take it): open or not for each candidate, then people from groups into
 * contents, then from contents into jobs.
 */
export interface Programme {
  readonly colLower: readonly number[]
  readonly colUpper: readonly number[]
  /** The first so many columns are whole numbers: the candidates. With those fixed the rest is a flow, whose best corners are whole by themselves. */
  readonly candidates: number
  readonly rowLower: readonly number[]
  readonly rowUpper: readonly number[]
  readonly starts: readonly number[]
  readonly indices: readonly number[]
  readonly values: readonly number[]
  /** To maximise, one number a column; `cost` is to minimise. */
  readonly objectives: {
    readonly placed: readonly number[]
    readonly weighted: readonly number[]
    readonly cost: readonly number[]
  }
  /** Both aims as one objective of the flow: the second decides among equals of the first. Only once candidates are fixed. */
  readonly flow: readonly number[]
  /** Rows that hold a reached value of an aim while the next one is looked for; without a bound at first. */
  readonly floors: { readonly placed: number; readonly weighted: number }
  readonly read: (values: ArrayLike<number>) => Choice
}

const unbounded = Number.POSITIVE_INFINITY
/** More than any difference that the second aim of the flow can make on the way of one person. */
const firstAim = 100_000

/** Of equal costs the fewest cohorts: less than a cent for all of them together. */
const aCohort = 1e-5

/** Sorted first, so that the order in which a problem comes changes nothing. */
export function programmeOf(problem: Problem, aim: Aim): Programme {
  const candidates = [...problem.candidates].sort((a, b) => (a.id < b.id ? -1 : 1))
  const contents = [...new Set(candidates.map(({ content }) => content))].sort()
  const rows = new Rows()
  const columns = new Columns()
  const meansRows = means.map((of) => rows.add(0, problem.limits[of] ?? unbounded))
  const floors = { placed: rows.add(-unbounded, unbounded), weighted: rows.add(-unbounded, unbounded) }
  const seats = new Map(contents.map((content) => [content, rows.add(-unbounded, 0)]))
  const through = new Map(contents.map((content) => [content, rows.add(0, 0)]))
  const groupRows = problem.groups.map(({ people }) => rows.add(0, people))
  const jobRows = problem.jobs.map(({ jobs }) => rows.add(0, jobs))
  const most = mostThrough(problem, contents)

  for (const candidate of candidates) {
    const used = means.map((of, at) => [meansRows[at] as number, takenBy(candidate, of)] as const)
    const room = Math.min(candidate.seats, most.get(candidate.content) ?? 0)
    columns.add(1, [...used, [seats.get(candidate.content) as number, -room]], { cost: candidate.costEuro + aCohort })
  }
  const taught: { readonly column: number; readonly group: number; readonly content: string }[] = []
  for (const [group, { people, contents: own, distance }] of problem.groups.entries()) {
    for (const content of own.filter((one) => seats.has(one))) {
      const weight = weightOf(distance)
      const column = columns.add(
        Math.min(people, most.get(content) ?? 0),
        [
          [floors.placed, 1],
          [floors.weighted, weight],
          [seats.get(content) as number, 1],
          [through.get(content) as number, 1],
          [groupRows[group] as number, 1],
        ],
        { placed: 1, weighted: weight },
      )
      taught.push({ column, group, content })
    }
  }
  const hired: { readonly column: number; readonly content: string; readonly job: string }[] = []
  for (const [at, { id, jobs, from }] of problem.jobs.entries()) {
    for (const { content, most: brought } of from.filter((one) => through.has(one.content))) {
      const column = columns.add(Math.min(jobs, brought), [
        [through.get(content) as number, -1],
        [jobRows[at] as number, 1],
      ])
      hired.push({ column, content, job: id })
    }
  }
  const objectives = columns.objectives()
  return {
    ...columns.matrix(),
    ...rows.bounds(),
    candidates: candidates.length,
    objectives,
    flow: objectives.placed.map((placed, at) => {
      const weighted = objectives.weighted[at] as number
      return aim === 'most' ? placed * firstAim + weighted : weighted * firstAim + placed
    }),
    floors,
    read: (values) => readChoice(values, candidates, taught, hired),
  }
}

function readChoice(
  values: ArrayLike<number>,
  candidates: readonly Candidate[],
  taught: readonly { readonly column: number; readonly group: number; readonly content: string }[],
  hired: readonly { readonly column: number; readonly content: string; readonly job: string }[],
): Choice {
  const people = (column: number): number => Math.round(values[column] ?? 0)
  return {
    open: candidates.filter((_, at) => (values[at] ?? 0) > 0.5).map(({ id }) => id),
    taught: taught.map(({ column, ...one }) => ({ ...one, people: people(column) })).filter((one) => one.people > 0),
    hired: hired.map(({ column, ...one }) => ({ ...one, people: people(column) })).filter((one) => one.people > 0),
  }
}

/** People who can go through a content at most, seats left aside: the bound keeps the programme tight. */
function mostThrough({ groups, jobs }: Problem, contents: readonly string[]): ReadonlyMap<string, number> {
  const learning = new Map<string, number>()
  for (const { contents: own, people } of groups) for (const one of own) learning.set(one, (learning.get(one) ?? 0) + people)
  const working = new Map<string, number>()
  for (const { jobs: there, from } of jobs) {
    for (const { content, most } of from) working.set(content, (working.get(content) ?? 0) + Math.min(there, most))
  }
  return new Map(contents.map((one) => [one, Math.min(learning.get(one) ?? 0, working.get(one) ?? 0)]))
}

class Rows {
  readonly #lower: number[] = []
  readonly #upper: number[] = []

  add(lower: number, upper: number): number {
    this.#upper.push(upper)
    return this.#lower.push(lower) - 1
  }

  bounds(): Pick<Programme, 'rowLower' | 'rowUpper'> {
    return { rowLower: this.#lower, rowUpper: this.#upper }
  }
}

class Columns {
  readonly #upper: number[] = []
  readonly #starts = [0]
  readonly #indices: number[] = []
  readonly #values: number[] = []
  readonly #worth: { readonly placed?: number; readonly weighted?: number; readonly cost?: number }[] = []

  add(
    upper: number,
    entries: readonly (readonly [row: number, value: number])[],
    worth: { readonly placed?: number; readonly weighted?: number; readonly cost?: number } = {},
  ): number {
    for (const [row, value] of [...entries].sort(([a], [b]) => a - b)) {
      if (value === 0) continue
      this.#indices.push(row)
      this.#values.push(value)
    }
    this.#starts.push(this.#indices.length)
    this.#worth.push(worth)
    return this.#upper.push(upper) - 1
  }

  matrix(): Pick<Programme, 'colLower' | 'colUpper' | 'starts' | 'indices' | 'values'> {
    const [starts, indices, values] = [this.#starts, this.#indices, this.#values]
    return { colLower: this.#upper.map(() => 0), colUpper: this.#upper, starts, indices, values }
  }

  objectives(): Programme['objectives'] {
    const of = (name: 'placed' | 'weighted' | 'cost'): number[] => this.#worth.map((one) => one[name] ?? 0)
    return { placed: of('placed'), weighted: of('weighted'), cost: of('cost') }
  }
}
