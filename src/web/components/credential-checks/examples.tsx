import type { Example } from '../example.ts'
import { CredentialChecks } from './credential-checks.tsx'

export const examples: readonly Example[] = [
  {
    title: 'CredentialChecks',
    view: () => (
      <CredentialChecks
        checks={{
          format: { name: 'format', verdict: 'valid', answer: 'badge' },
          schema: { name: 'schema', verdict: 'invalid', answer: 'fields', where: ['credentialSubject.achievement.name'] },
          dates: { name: 'dates', verdict: 'valid', answer: 'within', where: ['2027-01-31'] },
          proof: { name: 'proof', verdict: 'cannotBeChecked', answer: 'keyInDocument' },
          issuer: { name: 'issuer', verdict: 'cannotBeChecked', answer: 'notResolved', where: ['academie.example'] },
          status: { name: 'status', verdict: 'notPresent', answer: 'noStatus' },
          subject: { name: 'subject', verdict: 'valid', answer: 'theirs' },
        }}
        proofs={[
          { name: 'proof', verdict: 'cannotBeChecked', answer: 'kindUnknown' },
          { name: 'proof', verdict: 'cannotBeChecked', answer: 'keyInDocument' },
        ]}
      />
    ),
  },
]
