import type { Content } from './courses.ts'
import { type Help, helpsOf, plainBits } from './helps.ts'
import { type Taken, takenBy } from './open-contents.ts'
import type { Target } from './target.ts'
import type { Way } from './way.ts'

/** A content in the search, with what it takes at the least. */
export interface Piece extends Help, Taken {
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
  const known = new Map<number, boolean>()
  const isOpen = (content: number): boolean => {
    let found = known.get(content)
    if (found === undefined) {
      found = coursesOf(content).length > 0
      known.set(content, found)
    }
    return found
  }
  const open = { isOpen, lacks, fitCounts: way.fitCounts }
  const helps = helpsOf(traveller.courses, target, open, way.most, always?.content)
  if (!helps) return undefined
  const lacked = new Set(always ? walks.lacks(always) : [])
  for (const { content } of helps) for (const demand of lacks(content)) lacked.add(demand)
  const asked = [...lacked]
  const perWeek = value?.perWeek ?? 0
  const perEuro = value?.perEuro ?? 0
  const pieces = helps.map((help): Piece => {
    const { index } = help.content
    const taken = way.open?.takenOf(index, perWeek, perEuro) ?? takenBy(walks, coursesOf(index), perWeek, perEuro)
    let rise = 0
    for (let at = 0; at < target.gains.length; at++) {
      const gain = target.gains[at] as Target['gains'][number]
      rise += gain.weight * ((help.credits[at] as number) - gain.credit)
    }
    const enables = asked.some((demand) => help.content.teaches.has(demand))
    const net = value ? value.perFit * rise - perWeek * taken.weeks - perEuro * taken.euro : 0
    return { ...help, ...taken, lacks: lacks(help.content), enables, rise, net }
  })
  // Best first, so that whoever is worth too little ends the loops.
  return value ? pieces.sort((a, b) => b.net - a.net) : pieces
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
