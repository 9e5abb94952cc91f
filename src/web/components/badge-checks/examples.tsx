import type { Example } from '../example.ts'
import { BadgeChecks } from './badge-checks.tsx'

export const examples: readonly Example[] = [
  {
    title: 'BadgeChecks',
    view: () => (
      <BadgeChecks
        checks={[
          { what: 'format', verdict: 'valid', why: 'complete' },
          { what: 'dates', verdict: 'valid', why: 'noEnd' },
          { what: 'proof', verdict: 'valid', why: 'bothHold' },
          { what: 'issuer', verdict: 'cannotBeChecked', why: 'noLongerChecked' },
          { what: 'status', verdict: 'invalid', why: 'revoked' },
        ]}
      />
    ),
  },
]
