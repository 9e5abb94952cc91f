import type { Cefr, Coordinates, DaySet, Week } from '../matching/index.ts'
import type { ConceptId, Level } from '../taxonomy/index.ts'

export interface LeveledSkill {
  readonly skill: ConceptId
  readonly level: Level
}

export interface OfferingStart {
  readonly week: Week
  /** Free seats; left out counts as free, 0 as full. */
  readonly seats?: number
  /** Last week in which somebody can enrol; left out means until the start. */
  readonly enrolUntil?: Week
}

/** A training at a place and time, with price and seats (OOAPI: Offering). */
export interface Offering {
  readonly id: string
  /** Content shared by several offerings; for titles and links only. The engine compares content itself. */
  readonly programme?: string
  readonly weeks: number
  /** Study hours a week, contact and self-study together. */
  readonly hoursPerWeek: number
  readonly online?: boolean
  readonly place?: Coordinates
  /** Days of the week on which there are lessons, where it is said. Counted in who needs a training only (ruling 53). */
  readonly days?: DaySet
  /** Days on site over the whole training: travel cost. */
  readonly siteDays?: number
  readonly feeEuro: number
  readonly funding?: readonly { readonly scheme: string; readonly euro: number }[]
  /** Teaching language and the CEFR level it takes. */
  readonly language?: { readonly code: string; readonly level: Cefr }
  readonly prerequisites?: readonly LeveledSkill[]
  readonly outcomes: readonly LeveledSkill[]
  /** Its date or price is not known: in no plan and no door, only in `asks` (definitions, section 13). */
  readonly askFirst?: boolean
  /** Starts any week. */
  readonly rolling?: boolean
  readonly starts?: readonly OfferingStart[]
  /** [completed, started] of the latest published cohort(s). */
  readonly completion?: readonly [k: number, n: number]
  /** [in an ICT job, completed]. */
  readonly placement?: readonly [k: number, n: number]
  /** Gross income per month while following it (dual). */
  readonly incomeMonthEuro?: number
  /** Dual: the job it carries. */
  readonly job?: string
}
