import type { Content, Courses } from './courses.ts'
import type { Gain, Target } from './target.ts'

/** What one content means for one target. */
export interface Help {
  readonly content: Content
  /** Missing essentials it meets, as bits: the first 30. Beyond those, `mayCover` says that it meets some. */
  readonly covers: number
  readonly mayCover: boolean
  /** Credit per gain with this content, never below the credit now. */
  readonly credits: Int16Array
}

/** Bits of a plain integer; a target with more missing essentials is checked in full at the end of the search. */
export const plainBits = 30

export function fullMask(target: Pick<Target, 'missing'>): number {
  return 2 ** Math.min(target.missing.length, plainBits) - 1
}

/** Which contents stand open to this person, and which prerequisites of a content the person lacks. */
export interface Openness {
  readonly isOpen: (content: number) => boolean
  readonly lacks: (content: Content) => readonly number[]
  /** Whether raising a credit is reason enough to be in a path. */
  readonly fitCounts: boolean
}

/**
 * The contents that can be in an irredundant path to this target: those that cover a missing essential or raise a credit,
 * and those that teach what one of them, or one of these, asks first. Nothing else can make a criterion better. Undefined
 * when no `most` of them cover what is missing.
 */
export function helpsOf(
  courses: Courses,
  target: Target,
  open: Openness,
  most: number,
  always?: Content,
): readonly Help[] | undefined {
  const covers = coversOf(courses, target, open, most)
  if (!covers) return undefined
  const all = new Set(covers.keys())
  for (const { demand, credit } of open.fitCounts ? target.gains : []) {
    for (const giver of courses.givers[demand] ?? []) {
      if (giver.credit > credit && open.isOpen(giver.content)) all.add(giver.content)
    }
  }
  addEnablers(courses, all, open, always)
  const late = new Set(target.missing.slice(plainBits))
  return [...all]
    .sort((a, b) => a - b)
    .map((index) => {
      const content = courses.contents[index] as Content
      return {
        content,
        covers: covers.get(index) ?? 0,
        mayCover: late.size > 0 && [...late].some((demand) => content.teaches.has(demand)),
        credits: creditsOf(content, target.gains),
      }
    })
}

/** Masks of the contents that cover something missing; undefined when `most` of them can never cover it all. */
function coversOf(
  courses: Courses,
  target: Pick<Target, 'missing'>,
  open: Pick<Openness, 'isOpen'>,
  most: number,
): Map<number, number> | undefined {
  const covers = new Map<number, number>()
  for (const [bit, demand] of target.missing.entries()) {
    let taught = false
    const { from, content: teachers } = courses.meeters
    const end = from[demand + 1] as number
    for (let at = from[demand] as number; at < end; at++) {
      const content = teachers[at] as number
      if (!open.isOpen(content)) continue
      taught = true
      covers.set(content, (covers.get(content) ?? 0) | (bit < plainBits ? 1 << bit : 0))
    }
    if (!taught) return undefined
  }
  return canCover([...new Set(covers.values())], fullMask(target), most) ? covers : undefined
}

/** Whether so many contents could ever cover what is missing, whatever the limits. */
export function isTaught(courses: Courses, missing: readonly number[], most: number): boolean {
  return coversOf(courses, { missing }, { isOpen: () => true }, most) !== undefined
}

function canCover(masks: readonly number[], wanted: number, most: number): boolean {
  if (wanted === 0) return true
  if (most === 0) return false
  // Some mask must hold the lowest bit still wanted.
  const lowest = wanted & -wanted
  for (const mask of masks) if ((mask & lowest) !== 0 && canCover(masks, wanted & ~mask, most - 1)) return true
  return false
}

/** A path has at most three courses, so an enabler of an enabler is as far as it goes. */
function addEnablers(
  courses: Courses,
  all: Set<number>,
  { isOpen, lacks }: Pick<Openness, 'isOpen' | 'lacks'>,
  always: Content | undefined,
): void {
  for (let round = 0; round < 2; round++) {
    for (const content of [...[...all].map((index) => courses.contents[index]), always]) {
      if (!content) continue
      for (const demand of lacks(content)) {
        const { from, content: teachers } = courses.meeters
        for (const one of teachers.subarray(from[demand], from[demand + 1])) if (isOpen(one)) all.add(one)
      }
    }
  }
}

function creditsOf(content: Content, gains: readonly Gain[]): Int16Array {
  const credits = new Int16Array(gains.length)
  for (let at = 0; at < gains.length; at++) {
    const gain = gains[at] as Gain
    credits[at] = Math.max(gain.credit, content.credits.get(gain.demand) ?? 0)
  }
  return credits
}
