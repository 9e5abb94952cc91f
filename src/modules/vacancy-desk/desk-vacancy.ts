import type { DateText } from '../../platform/index.ts'
import type { VacancyRecord } from '../vacancies/index.ts'
import type { CloseReason } from './close-reasons.ts'

/** What somebody set by hand: reading the text again leaves it. The names of `VacancyFacts`, and these. */
export type HandSet = string

/** What stands beside the row of a vacancy, for its organisation only. */
export interface DeskRow {
  readonly vacancy: string
  readonly organisation: string
  readonly demo: boolean
  /** The place as it was filled in beside the text. */
  readonly place?: string | undefined
  /** Why something that a check marked stays, by the key of its item. */
  readonly reasons: Readonly<Record<string, string>>
  readonly byHand: readonly HandSet[]
  /** Marks against the law without a reason, in the text as it is kept. */
  readonly against: number
  /** Rises with every change. */
  readonly version: number
  readonly closed?: { readonly reason: CloseReason; readonly text?: string | undefined } | undefined
}

/** Every change of a vacancy on a desk. */
export type DeskChangeName =
  | 'created'
  | 'duplicated'
  | 'changed'
  | 'reasonKept'
  | 'reasonDropped'
  | 'published'
  | 'paused'
  | 'goneOn'
  | 'filled'
  | 'closed'

export interface DeskChange {
  readonly number: number
  readonly what: DeskChangeName
  /** Names of fields, or a reason; never a text of somebody. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined
  readonly account?: string | undefined
  readonly key?: string | undefined
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Why a vacancy stands still by itself. */
export interface SilencePause {
  readonly since: DateText
  readonly waiting: number
}

export interface DeskVacancy extends Omit<DeskRow, 'vacancy' | 'organisation' | 'demo'> {
  readonly record: VacancyRecord
  /** It stands still because somebody got no answer: answering opens it. */
  readonly pause?: SilencePause | undefined
}
