import type { CredentialDocument } from '../document/index.ts'
import type { Checks } from './check.ts'
import { checkDates, checkFormat, checkSchema } from './check-format.ts'
import type { Asked, CheckParts } from './check-parts.ts'
import { checkProofs } from './check-proof.ts'
import { checkStatus } from './check-status.ts'
import { checkSubject } from './recipient.ts'

/** Every check of a credential, each with its own verdict: one that fails does not keep the others from being made. */
export async function checkCredential(document: CredentialDocument, asked: Asked, parts: CheckParts): Promise<Checks> {
  const { proof, proofs, issuer } = await checkProofs(document, asked, parts)
  return {
    format: checkFormat(document),
    schema: checkSchema(document),
    dates: checkDates(document, parts.clock.now()),
    proof,
    proofs,
    issuer,
    status: await checkStatus(document, asked, parts),
    subject: checkSubject(document.credential, asked.emails),
  }
}

/**
 * What a credential can do for a profile, by its checks:
 * - `verified`: everything that makes it certain holds
 * - `evidenced`: it is theirs and nothing speaks against it, but not all of it could be checked
 * - `kept`: nothing speaks against it, but whose it is cannot be told: it may lie with somebody's papers and makes nothing more certain
 * - `refused`: something of it is wrong
 */
export type Conclusion = 'verified' | 'evidenced' | 'kept' | 'refused'

export function conclude({ format, schema, dates, proof, issuer, status, subject }: Checks): Conclusion {
  if ([format, schema, dates, proof, issuer, status, subject].some(({ verdict }) => verdict === 'invalid')) return 'refused'
  if (subject.verdict !== 'valid') return 'kept'
  // Without a status its issuer has no way to take it back; then there is nothing to look up.
  const isCertain = [format, schema, dates, proof, issuer].every(({ verdict }) => verdict === 'valid')
  const stands = status.verdict === 'valid' || status.verdict === 'notPresent'
  return isCertain && stands ? 'verified' : 'evidenced'
}
