import type { Course } from './courses.ts'
import { adds, coversAll, fitWith, type Help, type Target } from './target.ts'
import type { Walk } from './walk.ts'

/** A path that satisfies rules 1-5 for one target. */
export interface Found {
  readonly walk: Walk
  /** Numerator of fit. */
  readonly fit: number
}

export interface Search {
  readonly target: Target
  readonly helps: readonly Help[]
  /** The courses of a content that this person can follow, ascending by index. */
  readonly coursesOf: (content: number) => readonly Course[]
  /** Whether the person lacks this prerequisite, so that somebody may have to teach it first. */
  readonly lacks: (demand: number) => boolean
  readonly walk: (set: readonly Course[]) => Walk | undefined
  readonly most: number
  /** Without any course: undefined when that is no plan at all (rules 1-4, *start* left out). */
  readonly without: { readonly ready: number; readonly ownEuro: number } | undefined
  /** readyWeek of a walk: at the earliest when the job starts. */
  readonly readyOf: (walk: Walk) => number
  /** Part of every path, such as the course of a dual job. */
  readonly always?: Help
}

/**
 * Every irredundant path to the target, each once. Sets of contents first: a content that adds nothing to the others and
 * teaches nobody's prerequisite cannot be in an irredundant path, and of one content one course is enough (leaving out the
 * dearer or later of two never breaks anything). Then the courses of these contents, each set checked literally.
 */
export function* searchPaths(search: Search): Generator<Found, void, undefined> {
  for (const contents of contentSets(search)) {
    if (!coversAll(search.target, withAlways(search, contents))) continue
    const fit = fitWith(search.target, withAlways(search, contents))
    for (const set of courseSets(search, contents)) {
      const found = search.walk(set)
      if (found && isIrredundant(search, contents, set, { walk: found, fit })) yield { walk: found, fit }
    }
  }
}

function withAlways(search: Search, helps: readonly Help[]): readonly Help[] {
  return search.always ? [...helps, search.always] : helps
}

function* contentSets(search: Search): Iterable<readonly Help[]> {
  const { helps, most } = search
  for (let i = 0; i < helps.length; i++) {
    const a = helps[i] as Help
    if (matters(search, [a], 0)) yield [a]
    if (most < 2) continue
    for (let j = i + 1; j < helps.length; j++) {
      const b = helps[j] as Help
      if (everyMatters(search, [a, b])) yield [a, b]
      if (most < 3) continue
      // Of two contents of which one adds nothing and enables nothing so far, a third may still need it.
      for (let k = j + 1; k < helps.length; k++) {
        const set = [a, b, helps[k] as Help]
        if (everyMatters(search, set)) yield set
      }
    }
  }
}

function everyMatters(search: Search, set: readonly Help[]): boolean {
  for (let index = 0; index < set.length; index++) if (!matters(search, set, index)) return false
  return true
}

/** Adds something, or teaches a prerequisite that another one asks and the person lacks. */
function matters(search: Search, set: readonly Help[], index: number): boolean {
  const help = set[index] as Help
  const others = withAlways(
    search,
    set.filter((_, at) => at !== index),
  )
  return (!help.enabler && adds(search.target, help, others)) || others.some((other) => enables(search, help, other))
}

function enables(search: Search, help: Help, other: Help): boolean {
  return other.content.prerequisites.some(
    ({ demand }) => search.lacks(demand) && help.content.gifts.some((gift) => gift.demand === demand && gift.meets),
  )
}

function* courseSets(search: Search, contents: readonly Help[]): Iterable<readonly Course[]> {
  const [a, b, c] = contents.map((help) => search.coursesOf(help.content.index))
  for (const one of a ?? []) {
    if (!b) yield [one]
    for (const two of b ?? []) {
      if (!c) yield inOrder([one, two])
      for (const three of c ?? []) yield inOrder([one, two, three])
    }
  }
}

function inOrder(set: Course[]): Course[] {
  return set.sort((one, other) => one.index - other.index)
}

/** Rule 5: leaving any one course out breaks rules 1-4 or makes a criterion worse. */
function isIrredundant(search: Search, contents: readonly Help[], set: readonly Course[], found: Found): boolean {
  return set.every((left) => {
    const rest = set.filter((course) => course !== left)
    const helps = withAlways(
      search,
      contents.filter((help) => help.content !== left.content),
    )
    if (!coversAll(search.target, helps)) return true
    if (fitWith(search.target, helps) < found.fit) return true
    if (rest.length === 0 && !search.always) {
      const { without } = search
      return without === undefined || without.ready > search.readyOf(found.walk) || without.ownEuro > found.walk.ownEuro
    }
    const shorter = search.walk(rest)
    return shorter === undefined || search.readyOf(shorter) > search.readyOf(found.walk) || shorter.ownEuro > found.walk.ownEuro
  })
}
