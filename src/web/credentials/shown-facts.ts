import type { CheckedFile } from '../../modules/credentials/index.ts'
import { type DateText, todayInAmsterdam } from '../../platform/index.ts'

/** What a credential says, with days for moments. */
export interface ShownFacts {
  readonly title: string
  readonly description: string
  readonly issuerName: string
  readonly issuedOn?: DateText
  readonly until?: DateText
}

export function shownFacts({ title, description, issuerName, issuedAt, validUntil }: CheckedFile['facts']): ShownFacts {
  return {
    title,
    description,
    issuerName,
    ...(issuedAt === undefined ? {} : { issuedOn: todayInAmsterdam(issuedAt) }),
    ...(validUntil === undefined ? {} : { until: todayInAmsterdam(validUntil) }),
  }
}
