/** Which cohorts to open: the definitions stand in docs/engine/choosing.md. */

/**
 * How far somebody is from work today: 1, a vacancy of the region is open to them for certain; 2, one may be, if what is unknown turns out well; 3, none.
 */
export type Distance = 1 | 2 | 3

/** A cohort that could be opened. */
export interface Candidate {
  readonly id: string
  /** What it teaches and asks first: cohorts with the same content bring the same people to the same jobs. */
  readonly content: string
  readonly seats: number
  readonly costEuro: number
  /** Over the whole cohort. */
  readonly teacherHours: number
  /** Weeks in which it fills a room. */
  readonly roomWeeks: number
  /** Of all who guide its people together, a week. */
  readonly seniorHours: number
}

/** People whom the same contents bring to a job, at the same distance from work. */
export interface PeopleGroup {
  readonly distance: Distance
  readonly contents: readonly string[]
  readonly people: number
}

/** Jobs of one occupation: each is filled once. */
export interface JobGroup {
  readonly id: string
  readonly jobs: number
  /** Contents that bring somebody to jobs of it, and to how many of them at most. */
  readonly from: readonly { readonly content: string; readonly most: number }[]
}

/** What there is of each means; left out: enough. */
export interface Limits {
  readonly budgetEuro: number
  readonly teacherHours?: number
  readonly roomWeeks?: number
  readonly seniorHours?: number
}

export const means = ['budgetEuro', 'teacherHours', 'roomWeeks', 'seniorHours'] as const
export type Means = (typeof means)[number]

/** What a candidate takes of each means. */
export const takenBy = (candidate: Candidate, of: Means): number => candidate[of === 'budgetEuro' ? 'costEuro' : of]

export interface Problem {
  readonly candidates: readonly Candidate[]
  readonly groups: readonly PeopleGroup[]
  readonly jobs: readonly JobGroup[]
  readonly limits: Limits
}

/** The most placements; or the most for those furthest from work. The other one decides among equals. */
export type Aim = 'most' | 'furthest'

/** Cohorts that are opened, and who goes where in numbers. */
export interface Choice {
  /** Ids of candidates, sorted. */
  readonly open: readonly string[]
  /** People of a group (by its place in the list) in a content. */
  readonly taught: readonly { readonly group: number; readonly content: string; readonly people: number }[]
  /** People from a content in jobs. */
  readonly hired: readonly { readonly content: string; readonly job: string; readonly people: number }[]
}
