import { createHash } from 'node:crypto'
import type { DateText } from '../../platform/index.ts'

export const activityStates = ['logged', 'confirmed', 'returned'] as const
export type ActivityState = (typeof activityStates)[number]

/** Work of a day or a week, as the student logged it. */
export interface Activity {
  readonly id: string
  /** Of which placement. */
  readonly book: string
  readonly from: DateText
  readonly until: DateText
  readonly text: string
  readonly minutes: number
  readonly state: ActivityState
  /** Rises with every change: what is confirmed is what was read. */
  readonly version: number
  readonly loggedAt: number
  readonly outcomes: readonly { readonly outcome: string; readonly unit: string }[]
  readonly files: readonly EvidenceFile[]
  /** Credits stand for it: it is not changed any more. */
  readonly isAwarded: boolean
  /** The last step, as far as it is a confirmation or a return. */
  readonly judged?: {
    readonly number: number
    readonly account: string | undefined
    readonly at: number
    readonly reason?: string
    readonly facts: string
  }
}

export const fileTypes = ['pdf', 'png', 'jpeg', 'text', 'docx'] as const
export type FileType = (typeof fileTypes)[number]

export interface EvidenceFile {
  readonly id: string
  readonly name: string
  readonly type: FileType
  readonly bytes: number
  /** Of its contents, in hex: stays when the contents go at the end of their term. */
  readonly sha256: string
  readonly isEmptied: boolean
}

export interface ActivityStep {
  readonly number: number
  readonly step: 'logged' | 'changed' | 'confirmed' | 'returned'
  readonly account: string | undefined
  readonly at: number
  readonly reason?: string
}

/** What a confirmation is about: days, hours, text, outcomes and files. Another text, or another file, is another hash. */
export function factsHash(
  one: Pick<Activity, 'from' | 'until' | 'text' | 'minutes'> & {
    readonly outcomes: readonly { readonly outcome: string }[]
    readonly files: readonly { readonly sha256: string }[]
  },
): string {
  const facts = [
    ...[one.from, one.until, one.minutes, one.text],
    one.outcomes.map(({ outcome }) => outcome).sort(),
    one.files.map(({ sha256 }) => sha256).sort(),
  ]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}
