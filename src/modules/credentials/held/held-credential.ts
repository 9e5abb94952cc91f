import type { FileForm } from '../baking/index.ts'
import type { Check, CheckName, Checks, Conclusion } from '../checks/index.ts'
import type { FoundHow } from './find-skills.ts'

/** Why a credential counts no more. */
export type Lapsed = 'expired' | 'revoked' | 'broken'

/** A credential that somebody keeps as evidence. */
export interface HeldCredential {
  readonly id: string
  readonly form: FileForm
  readonly kind: 'verifiable' | 'elm'
  /** Its JSON or JWT, as it came; undefined where only its facts are kept. */
  readonly document: string | undefined
  readonly title: string
  readonly issuer: string | undefined
  readonly issuerName: string
  /** Moments in milliseconds. */
  readonly issuedAt: number | undefined
  readonly validUntil: number | undefined
  readonly conclusion: Conclusion
  readonly checks: KeptChecks
  readonly importedAt: number
  readonly checkedAt: number
  readonly lapsed: Lapsed | undefined
  readonly skills: readonly { readonly concept: string; readonly how: FoundHow }[]
}

export type KeptChecks = { readonly [Name in CheckName]: Check<Name> }

export function keptChecks({ proofs: _each, ...checks }: Checks): KeptChecks {
  return checks
}

/** What one held credential makes of a skill. Its words do not name the skill when it was only read in a text: then nothing is verified. */
export function evidenceFrom(conclusion: Conclusion, how: FoundHow): 'verified' | 'evidenced' | undefined {
  if (conclusion === 'verified') return how === 'read' ? 'evidenced' : 'verified'
  return conclusion === 'evidenced' ? 'evidenced' : undefined
}

/** A line of an organisation's training register: what a person released to it. */
export interface TrainingRecord {
  readonly id: string
  readonly personName: string
  readonly title: string
  readonly issuerName: string
  readonly issuedAt: number | undefined
  readonly validUntil: number | undefined
  readonly conclusion: Conclusion
  readonly lapsed: Lapsed | undefined
  readonly releasedAt: number
}
