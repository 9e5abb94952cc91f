import type { Weight } from '../../engine/matching/index.ts'
import type { Level } from '../../engine/taxonomy/index.ts'
import type { DateText } from '../../platform/index.ts'
import type { Language } from '../skills/index.ts'

/** An occupation as lists show it, in one language. */
export interface OccupationSummary {
  readonly id: string
  /** Its name in an address: the short id of the starter vocabulary, else the whole id. */
  readonly slug: string
  readonly label: string
  /** False: an occupation people come from. */
  readonly ict: boolean
  readonly description?: string
  /** Vacancies that are open now. */
  readonly openings: number
}

export interface OccupationSkillView {
  readonly skill: string
  readonly label: string
  readonly weight: Weight
  /** The usual level. */
  readonly level?: Level
}

/** An ICT occupation that some outcomes lead towards: how many of its essentials they teach, to the level asked. */
export interface LedTo {
  readonly id: string
  readonly slug: string
  readonly label: string
  readonly openings: number
  readonly teaches: number
  readonly outOf: number
  /** All ids by which vacancies name it. */
  readonly named: readonly string[]
}

/** A programme and how many of some skills it teaches, to the level asked. */
export interface TeachingProgramme {
  readonly id: string
  readonly title: string
  readonly provider: string
  readonly demo: boolean
  readonly teaches: number
  readonly outOf: number
  /** Left out: not known. */
  readonly weeks?: number
}

/**
 * Another occupation beside this one. Who did the first work usually knows `has` of the `outOf` essential skills of the second;
 * of `alike` more, something related. Skills are counted, levels are not.
 */
export interface NearOccupation extends OccupationSummary {
  readonly has: number
  readonly alike: number
  readonly outOf: number
  /** Essentials of the second that the first does not bring. */
  readonly missing: readonly string[]
  /** Teaches most of what is missing. */
  readonly programme?: TeachingProgramme
}

export interface RegionOpenings {
  readonly region: string
  readonly name: string
  readonly openings: number
}

/** A range of gross wages: of 100, 25 earn less than `low` and 25 more than `high`. Cents an hour, without holiday pay. */
export interface WageRange {
  readonly lowCents: number
  readonly middleCents: number
  readonly highCents: number
}

/** What statistics say of the whole group of occupations this one is in: not of the occupation itself. */
export interface GroupWage {
  /** BRC 2014. */
  readonly group: string
  readonly groupLabel: string
  /** Left out: no figure is known to us. */
  readonly range?: WageRange
  readonly from: DateText
  readonly until?: DateText
  readonly source: string
  readonly sourceUrl?: string
  readonly checkedOn: DateText
}

/** Wages that open vacancies name, each counted by the middle of its own range. */
export interface VacancyWages {
  readonly named: number
  readonly notNamed: number
  /** Left out where too few vacancies name a wage. */
  readonly range?: WageRange
}

export interface OccupationCode {
  readonly system: 'isco' | 'brc' | 'ecf' | 'ecsf' | 'crebo' | 'esco'
  readonly code: string
  readonly label?: string
  readonly url?: string
}

/** Everything an occupation page says, for nobody in particular. */
export interface OccupationView extends OccupationSummary {
  readonly language: Language
  readonly alternatives: readonly string[]
  /** Essential first. */
  readonly skills: readonly OccupationSkillView[]
  readonly codes: readonly OccupationCode[]
  /** Doors in: work that brings most of the essentials. */
  readonly from: readonly NearOccupation[]
  /** Doors out: ICT work whose essentials this one brings. */
  readonly to: readonly NearOccupation[]
  readonly groupWage?: GroupWage
  readonly vacancyWages: VacancyWages
  /** All regions, most openings first. */
  readonly regions: readonly RegionOpenings[]
  /** Open vacancies that name no region we know. */
  readonly openingsWithoutRegion: number
  /** How many programmes teach at least one of the essentials. */
  readonly programmeCount: number
  /** The ones that teach most of them, most first. */
  readonly programmes: readonly TeachingProgramme[]
}
