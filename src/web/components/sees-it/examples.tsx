import type { Example } from '../example.ts'
import { ReleaseForm } from './release-form.tsx'
import { SeesIt } from './sees-it.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Sees it, or does not',
    view: () => (
      <SeesIt
        organisation="Keiland ICT (demo)"
        organisationId="o"
        introduction="i"
        isKnown
        adviserSees
        kept={{ days: 28 }}
        released={{ name: '2026-12-17' }}
      />
    ),
  },
  {
    title: 'Release form',
    view: () => (
      <ReleaseForm
        organisation="Keiland ICT (demo)"
        has={['name', 'email']}
        days={{ first: '2026-11-25', preset: '2026-12-25', last: '2027-11-25' }}
        wrong="fields"
      />
    ),
  },
]
