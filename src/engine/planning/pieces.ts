import type { Content, Course } from './courses.ts'
import { type Help, helpsOf, plainBits } from './helps.ts'
import type { Target } from './target.ts'
import type { Way } from './way.ts'

/** A content in the search, with what it takes at the least. */
export interface Piece extends Help {
  readonly courses: readonly Course[]
  /** What each course takes from the worth of a path, ascending; nought where worth is not asked. */
  readonly penalties: Float64Array
  readonly euro: number
  readonly weeks: number
  readonly end: number
  readonly lacks: readonly number[]
  /** Teaches a prerequisite that some piece, or the course that carries the job, lacks. */
  readonly enables: boolean
  /** Rise of the numerator of fit by this content alone. */
  readonly rise: number
  /** The most that it adds to the worth of a path, its weeks and cost taken off: rises only shrink beside others. */
  readonly net: number
}

export function piecesOf(way: Way): Piece[] | undefined {
  const { walks, coursesOf, traveller, target, always, value } = way
  const lacks = (content: Content): readonly number[] => {
    const [course] = coursesOf(content.index)
    return course ? walks.lacks(course) : always?.content === content ? walks.lacks(always) : []
  }
  const open = { isOpen: (content: number) => coursesOf(content).length > 0, lacks, fitCounts: way.fitCounts }
  const helps = helpsOf(traveller.courses, target, open, way.most, always?.content)
  if (!helps) return undefined
  const lacked = new Set(always ? walks.lacks(always) : [])
  for (const { content } of helps) for (const demand of lacks(content)) lacked.add(demand)
  const pieces = helps.map((help) => {
    const { courses, penalties } = byPenalty(way, coursesOf(help.content.index))
    let [euro, weeks, end] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (const course of courses) {
      const least = walks.leastOf(course)
      if (!least) continue
      euro = Math.min(euro, least.euro)
      weeks = Math.min(weeks, least.weeks)
      end = Math.min(end, least.end)
    }
    let rise = 0
    for (const [at, gain] of target.gains.entries()) rise += gain.weight * ((help.credits[at] ?? 0) - gain.credit)
    const enables = lacked.size > 0 && [...lacked].some((demand) => help.content.teaches.has(demand))
    const net = value ? value.perFit * rise - value.perWeek * weeks - value.perEuro * euro : 0
    return { ...help, courses, penalties, euro, weeks, end, lacks: lacks(help.content), enables, rise, net }
  })
  // Best first, so that whoever is worth too little ends the loops.
  return value ? pieces.sort((a, b) => b.net - a.net) : pieces
}

function byPenalty({ walks, value }: Way, courses: readonly Course[]): Pick<Piece, 'courses' | 'penalties'> {
  if (!value) return { courses, penalties: new Float64Array(courses.length) }
  const penaltyOf = (course: Course): number => {
    const least = walks.leastOf(course)
    return least ? value.perWeek * least.weeks + value.perEuro * least.euro : Number.POSITIVE_INFINITY
  }
  const sorted = courses.map((course) => ({ course, penalty: penaltyOf(course) })).sort((a, b) => a.penalty - b.penalty)
  return { courses: sorted.map(({ course }) => course), penalties: Float64Array.from(sorted, ({ penalty }) => penalty) }
}

export function enables(a: Piece, b: Piece): boolean {
  for (const demand of b.lacks) if (a.content.teaches.has(demand)) return true
  return false
}

export function addsAlone(a: Piece, target: Target): boolean {
  return a.covers !== 0 || a.mayCover || a.rise > 0 || target.missing.length > plainBits
}

/** Whether `a` adds a covered essential or a credit to what `b` gives. */
export function adds(a: Piece, b: Piece): boolean {
  if ((a.covers & ~b.covers) !== 0 || a.mayCover) return true
  for (let at = 0; at < a.credits.length; at++) if ((a.credits[at] as number) > (b.credits[at] as number)) return true
  return false
}

export function addsToBoth(a: Piece, b: Piece, c: Piece): boolean {
  if ((a.covers & ~(b.covers | c.covers)) !== 0 || a.mayCover) return true
  for (let at = 0; at < a.credits.length; at++) {
    const credit = a.credits[at] as number
    if (credit > (b.credits[at] as number) && credit > (c.credits[at] as number)) return true
  }
  return false
}

export function matters(a: Piece, b: Piece, c: Piece): boolean {
  return addsToBoth(a, b, c) || enables(a, b) || enables(a, c)
}
