import type { CourseColumns } from './course-columns.ts'
import type { Course } from './courses.ts'
import type { Takes } from './takes.ts'

/** What courses cost one person. */
export interface Prices {
  readonly takes: Takes
  readonly columns: CourseColumns
}

/**
 * Courses of one content without those that another of them equals or beats, whatever else is in the path: it can be begun
 * whenever the other can and ends no later, costs no more beside any others, and stands for it by a lower id or a lower cost.
 * For whoever asks only for plans that nothing to the same job beats: a plan with the course left out becomes, with the
 * other in its place, a plan that is as good (or, where that is redundant, has a part that is), with a lower id.
 */
export function withoutBeaten(courses: readonly Course[], prices: Prices): readonly Course[] {
  if (courses.length < 2) return courses
  return courses.filter((course) => !courses.some((other) => other !== course && standsFor(other, course, prices)))
}

function standsFor(one: Course, other: Course, { takes, columns }: Prices): boolean {
  const euro = takes.euro[one.index] as number
  const otherEuro = takes.euro[other.index] as number
  if (euro > otherEuro) return false
  // Without a paying scheme a course costs the same beside any others; beside others none costs less than alone.
  const isPlain = !isPaidFor(one, takes, columns)
  if (isPlain ? euro === otherEuro && one.index > other.index : one.index > other.index) return false
  return (isPlain || costsNoMoreAnyhow(one, other)) && endsNoLater(one, other)
}

/** Whether some scheme pays for it for certain. */
function isPaidFor({ index }: Course, { pays }: Takes, { fundingFrom, fundingScheme }: CourseColumns): boolean {
  const end = fundingFrom[index + 1] as number
  for (let at = fundingFrom[index] as number; at < end; at++) if (pays[fundingScheme[at] as number] === 1) return true
  return false
}

/** The same schemes pay the same, of a price that is no higher: whatever schemes pay elsewhere, no more is left to pay. */
function costsNoMoreAnyhow({ offering: one }: Course, { offering: other }: Course): boolean {
  const [funding, others] = [one.funding ?? [], other.funding ?? []]
  if (funding.length !== others.length) return false
  for (const [at, { scheme, euro }] of funding.entries()) {
    if (others[at]?.scheme !== scheme || others[at]?.euro !== euro) return false
  }
  return one.feeEuro <= other.feeEuro && travelsNoMore(one, other)
}

function travelsNoMore(one: Course['offering'], other: Course['offering']): boolean {
  const days = one.online || !one.place ? 0 : (one.siteDays ?? 0)
  if (days === 0) return true
  const [at, place] = [one.place, other.place]
  return !other.online && at?.[0] === place?.[0] && at?.[1] === place?.[1] && days <= (other.siteDays ?? 0)
}

/** Begun as soon as it can be from any week on. */
function endsNoLater(one: Course, other: Course): boolean {
  const weeks = one.offering.weeks
  if (one.offering.rolling) return weeks <= other.offering.weeks
  if (other.offering.rolling) return false
  // The latest week from which the other is begun in a given week is that week itself.
  let at = 0
  for (const start of other.starts) {
    while (at < one.starts.length && (one.starts[at] as number) < start) at++
    if (at === one.starts.length || (one.starts[at] as number) + weeks > start + other.offering.weeks) return false
  }
  return true
}
