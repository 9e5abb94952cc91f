import { quantile } from '../kernels/options.ts'
import { exponentOf } from './exponent.ts'
import type { Figures } from './results.ts'

/** How one question, or the building, grows. */
export interface Line {
  readonly name: string
  /** By size, ascending; milliseconds. */
  readonly points: readonly (readonly [vacancies: number, ms: number])[]
  /** Over all sizes, and over the larger ones, where what every question costs at any size counts for little. */
  readonly exponent: number
  readonly exponentOfLarge: number
  /** How many were asked. */
  readonly people?: number
}

/** Sizes from here on are large. */
export const largeFrom = 300_000

/** Above this the growth is called worse than linear: a fit over measured times is not exact. */
export const linearUpTo = 1.05

/** Each question at one share of its answers, by size: of the same people at every size, as many as were asked at all of them. */
export function linesAt(all: readonly Figures[], share: number): Line[] {
  return Object.keys(all[0]?.answersMs ?? {}).map((name) => {
    const people = Math.min(...all.map(({ answersMs }) => answersMs[name]?.length ?? 0))
    return lineOf(
      name,
      all.map(({ vacancies, answersMs }) => [vacancies, quantile((answersMs[name] ?? []).slice(0, people), share)] as const),
      people,
    )
  })
}

/** Building: everything that stands before the first question of vacancies, and the people of a pool. */
export function buildLines(all: readonly Figures[]): Line[] {
  return [
    lineOf(
      'build',
      all.map(({ vacancies, buildMs }) => [vacancies, buildMs.columns + buildMs.offerings + buildMs.readings] as const),
    ),
  ]
}

function lineOf(name: string, points: Line['points'], people?: number): Line {
  const large = points.filter(([vacancies]) => vacancies >= largeFrom)
  return { name, points, exponent: exponentOf(points), exponentOfLarge: exponentOf(large), ...(people && { people }) }
}
