import type { Example } from '../example.ts'
import { WhoSaw } from './who-saw.tsx'

const at = Date.UTC(2026, 10, 25, 12)
const organisation = { id: 'o', name: 'Keiland ICT (demo)' }

export const examples: readonly Example[] = [
  {
    title: 'Who saw what',
    view: () => (
      <WhoSaw
        seen={[
          {
            entry: '2',
            at,
            what: 'release-read',
            organisation,
            role: 'recruiter',
            kinds: ['name', 'email'],
            why: { introduction: 'i' },
          },
          { entry: '1', at, what: 'people-shown', organisation, role: 'program', kinds: ['skills', 'region', 'terms'], why: {} },
        ]}
      />
    ),
  },
]
