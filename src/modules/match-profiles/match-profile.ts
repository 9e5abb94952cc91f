import type { Cefr } from '../../engine/matching/index.ts'
import type { Level } from '../../engine/taxonomy/index.ts'
import type { DateText } from '../../platform/index.ts'

/**
 * A found person as an organisation may see it: no name, contact, birth date or free text, nothing of the situation or of money, and what could
 * single somebody out only as finely as at least `anonymous-least-alike` people share it (coarsen.ts).
 */
export interface MatchProfile {
  /** Four to six digits, drawn by chance: 'Profiel 4127'. */
  readonly handle: string
  readonly demo: boolean
  readonly shown: ShownProfile
}

export interface ShownProfile extends Cell {
  readonly skills: readonly ShownSkill[]
  /** Least and most hours a week, in steps of four. */
  readonly hours?: readonly [least: number, most: number]
  /** How many days a week suit. */
  readonly days?: number
}

/**
 * What could single somebody out, taken together. People share one text of it (`cellText`), at least so many or it is coarser. All left out: the empty cell.
 */
export interface Cell {
  /** A municipality. Left out where only the region is shown. */
  readonly municipality?: string
  /** A labour market region: 'AM13'. */
  readonly region?: string
  /** The work that somebody comes from: an occupation; coarser, a group of the taxonomy or whether it was work in ICT. */
  readonly occupation?: string
  readonly workField?: 'ict' | 'other'
  /** NLQF 1-8. */
  readonly diplomaLevel?: number
  /** ISCED-F, two digits. */
  readonly diplomaField?: string
  readonly languages?: Readonly<Record<string, Cefr>>
  /** A month ('2027-01') or a quarter ('2027-Q1'). Left out also where somebody is free already. */
  readonly available?: string
}

export interface ShownSkill {
  readonly skill: string
  /** Left out: *yes*, without a level. */
  readonly level?: Level | 'little'
  readonly evidence: 'claimed' | 'evidenced' | 'verified'
}

/** What shapes a coarsened profile, from dated rules. */
export interface CoarseningRules {
  /** People who at least share all that is shown of one of them: k. */
  readonly leastAlike: number
  /** So many more before something finer is shown that nobody showed before. */
  readonly margin: number
}

/** One page of people for a vacancy, with what was left out said. */
export interface PeopleShown {
  readonly vacancy: { readonly id: string; readonly title: string }
  readonly on: DateText
  readonly basis: { readonly taxonomy: string; readonly transferModel: string; readonly data: string; readonly demo: boolean }
  /** Who fits now: surely first, then by most skills; equal ones in an order by chance, another one each day. */
  readonly now: readonly PersonShown[]
  /** Who fits after one training. */
  readonly oneTraining: readonly PersonShown[]
  /** Whether there are more than are shown. */
  readonly more: { readonly now: boolean; readonly oneTraining: boolean }
}

export interface PersonShown {
  readonly handle: string
  readonly demo: boolean
  /** A municipality, or the name of a region. Left out where no place is shown. */
  readonly place?: string
  /** The work that this person comes from, by its label. */
  readonly occupation?: { readonly id: string; readonly label: string }
  readonly workField?: 'ict' | 'other'
  readonly diploma?: { readonly level: number; readonly field?: string }
  readonly languages?: Readonly<Record<string, Cefr>>
  /**
   * How long the way takes from the place that is shown, never from the home itself: at most about so many minutes. Left out where only a region
   * is shown, or nothing.
   */
  readonly travelAtMostMinutes?: TravelClass
  readonly hours?: readonly [least: number, most: number]
  readonly days?: number
  readonly available?: string
  /** Whether it is certain; otherwise `toAsk` says what is not known yet. */
  readonly certain: boolean
  /** Terms and skills that nobody knows yet, by key (`hours`, `skill:<id>`), with a label. */
  readonly toAsk: readonly { readonly key: string; readonly label: string }[]
  /** Skills that the vacancy asks, in its order. */
  readonly skills: readonly PersonSkill[]
  readonly counts: Readonly<Record<PersonSkill['state'], number>>
  /** Skills of the vacancy with proof, by label; the rest is what the person said. */
  readonly proven: readonly string[]
  /** Only with `oneTraining`. */
  readonly training?: TrainingShown
}

/** Minutes from door to door, upwards; more than the last is not told apart. */
export const travelClasses = [15, 30, 45, 60, 90, 120] as const
export type TravelClass = (typeof travelClasses)[number]

export interface PersonSkill {
  readonly skill: string
  readonly label: string
  readonly weight: 'essential' | 'important' | 'somewhat'
  /** `hidden`: so few people have this skill that it would tell who this is. */
  readonly state: 'have' | 'near' | 'learn' | 'miss' | 'unknown' | 'hidden'
}

export interface TrainingShown {
  readonly offering: string
  readonly title: string
  readonly provider: string
  readonly weeks: number
  readonly starts: DateText
  readonly readyOn: DateText
}
