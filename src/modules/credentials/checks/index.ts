export {
  type AnswerOf,
  type Check,
  type CheckName,
  type Checks,
  checkAnswers,
  checkNames,
  type Verdict,
  verdicts,
} from './check.ts'
export { type Conclusion, checkCredential, conclude } from './check-credential.ts'
export { datesOf, momentOf } from './check-format.ts'
export type { Asked, CheckParts, FetchedText, KnownIssuer, OwnIssuers, OwnKey } from './check-parts.ts'
export { bitAt } from './check-status.ts'
export { createFetchText } from './fetch-text.ts'
export { readKey, readKnownIssuers } from './known-issuers.ts'
export { hashOfIdentity } from './recipient.ts'
