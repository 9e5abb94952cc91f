import { type Candidates, type SkillSpace, weightedCoverage } from './candidates.ts'
import type { Passage } from './passage.ts'
import type { Reuse, SkillToRead } from './skill-to-read.ts'

/** Measured of a candidate in its passage. Each counts three times: as it is, how far below the best, and one over its rank. */
const measured = [
  'cosine',
  'whole',
  'coverage',
  'weightedCoverage',
  'preferredCosine',
  'preferredCoverage',
  'phrase',
  'description',
  'closeFive',
  'closest',
  'closeWhole',
] as const

/** Of the skill itself and of the passage. */
const known = [
  'used',
  'essentialShare',
  'knowledge',
  'transversal',
  'cross-sector',
  'sector-specific',
  'occupation-specific',
  'labelWords',
  'forms',
  'passageWords',
  'windowWords',
] as const

/** Names of the columns of a row of features, in order: a model names those it was trained on. */
export const featureNames: readonly string[] = [...measured.flatMap((name) => [name, `${name}Gap`, `${name}Rank`]), ...known]

/** Features row by row, in the order of the candidates: feature f of candidate c is at `c * featureNames.length + f`. */
export function featuresOf(space: SkillSpace, passage: Passage, candidates: Candidates): Float32Array {
  const expanded = measuredColumns(candidates).flatMap((column) => [column, gaps(column), ranks(column)])
  const width = featureNames.length
  const values = new Float32Array(candidates.skills.length * width)
  for (const [at, skill] of candidates.skills.entries()) {
    const row = values.subarray(at * width, (at + 1) * width)
    for (const [place, column] of expanded.entries()) row[place] = column[at]!
    row.set(knownOf(space, skill), expanded.length)
    const { first, last } = candidates.matches[at]!
    row[width - 2] = passage.tokens.length
    row[width - 1] = last - first + 1
  }
  return values
}

function measuredColumns({ matches, descriptions, closeness }: Candidates): Float64Array[] {
  return [
    Float64Array.from(matches, ({ cosine }) => cosine),
    Float64Array.from(matches, ({ whole }) => whole),
    Float64Array.from(matches, ({ coverage }) => coverage),
    Float64Array.from(matches, weightedCoverage),
    Float64Array.from(matches, ({ preferredCosine }) => preferredCosine),
    Float64Array.from(matches, ({ preferredCoverage }) => preferredCoverage),
    Float64Array.from(matches, ({ phrase }) => Math.sqrt(phrase)),
    Float64Array.from(descriptions),
    Float64Array.from(closeness.five),
    Float64Array.from(closeness.closest),
    Float64Array.from(closeness.whole),
  ]
}

function gaps(column: Float64Array): Float64Array {
  const best = column.reduce((most, value) => Math.max(most, value), 0)
  return column.map((value) => best - value)
}

/** One over one plus how many are better. */
function ranks(column: Float64Array): Float64Array {
  const sorted = Float64Array.from(column).sort()
  return column.map((value) => 1 / (1 + countAbove(sorted, value)))
}

function countAbove(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! > value) high = middle
    else low = middle + 1
  }
  return sorted.length - low
}

function knownOf({ index }: SkillSpace, skill: number): number[] {
  const it = index.skills[skill]!
  const { essentialIn = 0, optionalIn = 0 } = it
  const used = essentialIn + optionalIn
  const is = (reuse: Reuse): number => (it.reuse === reuse ? 1 : 0)
  return [
    inSteps(Math.log1p(used), 0.5),
    used === 0 ? 0 : inSteps(essentialIn / used, 0.25),
    it.knowledge ? 1 : 0,
    is('transversal'),
    is('cross-sector'),
    is('sector-specific'),
    is('occupation-specific'),
    labelWords(it),
    inSteps(Math.log1p(it.forms.length), 0.5),
  ]
}

/** Rough, for the exact figure would tell which skill it is, and a model would learn skills by heart. */
function inSteps(value: number, step: number): number {
  return Math.round(value / step) * step
}

function labelWords({ forms }: SkillToRead): number {
  return forms.find(({ preferred }) => preferred)?.label.split(' ').length ?? 0
}
