import type { OfferingRecord, Programme, ProgrammeSkill } from '../trainings/index.ts'

/** A text in one language or both. What is left out is missing, and is never made by a machine. */
export interface SomeText {
  readonly nl?: string
  readonly en?: string
}

/** A skill that a programme teaches or asks. Read from a text it counts only once somebody of the organisation confirmed it. */
export interface DeskSkill extends ProgrammeSkill {
  readonly isConfirmed: boolean
}

/** An offering on the desk; what it belongs to stands around it. */
export type DeskOffering = Omit<OfferingRecord, 'programme' | 'demo'>

/** Facts of a programme but for what is written down in another way here. */
export type DeskFacts = Omit<Programme['facts'], 'outcomes' | 'prerequisites' | 'admission' | 'textIn'>

/** All that an organisation says of a programme of its own. */
export interface DeskContent {
  readonly title: SomeText
  readonly description: SomeText
  /** Steps to get in, in order. */
  readonly admission: readonly SomeText[]
  readonly facts: DeskFacts
  readonly outcomes: readonly DeskSkill[]
  readonly prerequisites: readonly DeskSkill[]
  readonly offerings: readonly DeskOffering[]
}

export const programmeStates = ['draft', 'published', 'withdrawn'] as const
/** A draft is seen by its organisation only; what is withdrawn is in no list any more. */
export type ProgrammeState = (typeof programmeStates)[number]

/** A programme on a desk. */
export interface DeskProgramme {
  readonly id: string
  readonly organisation: string
  readonly demo: boolean
  readonly state: ProgrammeState
  readonly content: DeskContent
  /** What a file or feed said of it the last time. */
  readonly imported?: DeskContent | undefined
  readonly importSource?: string | undefined
  /** Rises with every change. */
  readonly version: number
}

/** Every change of a programme on a desk. */
export type DeskChangeName =
  | 'created'
  | 'duplicated'
  | 'changed'
  | 'textRead'
  | 'published'
  | 'withdrawn'
  | 'imported'
  | 'goneFromSource'

export interface DeskChange {
  readonly number: number
  readonly what: DeskChangeName
  /** Names of fields; never a text of somebody. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined
  readonly account?: string | undefined
  readonly key?: string | undefined
  /** Milliseconds since 1970. */
  readonly at: number
}
