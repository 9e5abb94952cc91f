import type { DescriptionIndex } from './description-index.ts'
import type { FormIndex } from './form-index.ts'
import type { FormMatcher, Match } from './match-forms.ts'
import type { Passage } from './passage.ts'
import type { Closeness, PlacedPassage, SkillVectors } from './skill-vectors.ts'
import type { KeysOfWord } from './word-keys.ts'

/** What candidates are found in. */
export interface SkillSpace {
  readonly index: FormIndex
  readonly keysOfWord: KeysOfWord
  readonly matcher: FormMatcher
  readonly descriptions: DescriptionIndex
  /** Missing: reading goes by words alone. */
  readonly vectors?: SkillVectors
}

/** Skills that a passage may speak of, with all that is measured of each; columns run beside `skills`. */
export interface Candidates {
  readonly skills: readonly number[]
  readonly matches: readonly Match[]
  readonly descriptions: Float32Array
  /** All zeros without an encoder. */
  readonly closeness: Closeness
}

export interface CandidateLimits {
  /** Skills kept per way of looking. */
  readonly each: number
  /** Forms of which a smaller share stands in the passage are passed over. */
  readonly leastCoverage: number
  /** Skills that share no word are looked for too, in all of the encoder's space: exact and slow. */
  readonly everywhere: boolean
}

/** How good a match is that stands in the passage for the larger part and weighs much. */
export function weightedCoverage({ coverage, covered }: Match): number {
  return coverage * Math.sqrt(covered)
}

/** The union of the best of each way of looking, in order of skill number. */
export function findCandidates(
  space: SkillSpace,
  passage: Passage,
  { each, leastCoverage, everywhere }: CandidateLimits,
): Candidates {
  const all = space.matcher.match(passage, leastCoverage)
  const placed = space.vectors?.place(passage)
  const chosen = new Map<number, Match>()
  for (const valueFor of waysOfLooking) for (const match of best(all, valueFor, each)) chosen.set(match.skill, match)
  if (everywhere && space.vectors && placed) {
    const known = new Map(all.map((match) => [match.skill, match]))
    for (const skill of closestOf(placed, space.vectors.count, each)) chosen.set(skill, known.get(skill) ?? noMatch(skill))
  }
  const matches = [...chosen.values()].sort((a, b) => a.skill - b.skill)
  const skills = matches.map(({ skill }) => skill)
  return {
    skills,
    matches,
    descriptions: space.descriptions.cosines(passage, skills),
    closeness: placed?.closeness(skills) ?? nothingClose(skills.length),
  }
}

const waysOfLooking: readonly ((match: Match) => number)[] = [
  weightedCoverage,
  (match) => match.whole,
  (match) => match.cosine,
  (match) => match.preferredCosine,
]

function best(matches: readonly Match[], valueFor: (match: Match) => number, count: number): readonly Match[] {
  if (matches.length <= count) return matches
  return [...matches].sort((a, b) => valueFor(b) - valueFor(a) || a.skill - b.skill).slice(0, count)
}

function closestOf(placed: PlacedPassage, skillCount: number, count: number): number[] {
  const skills = Array.from({ length: skillCount }, (_, skill) => skill)
  const { five } = placed.closeness(skills)
  return skills.sort((a, b) => five[b]! - five[a]! || a - b).slice(0, count)
}

function noMatch(skill: number): Match {
  return {
    skill,
    cosine: 0,
    form: -1,
    first: 0,
    last: -1,
    whole: 0,
    coverage: 0,
    covered: 0,
    preferredCosine: 0,
    preferredCoverage: 0,
    phrase: 0,
  }
}

function nothingClose(count: number): Closeness {
  return { five: new Float32Array(count), closest: new Float32Array(count), whole: new Float32Array(count) }
}
