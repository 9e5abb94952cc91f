import type { Example } from '../example.ts'
import { ProgrammeTable } from './programme-table.tsx'

const whole = { text: false, languages: [], unconfirmed: 0, outcomes: false, length: false, offerings: false } as const

export const examples: readonly Example[] = [
  {
    title: 'ProgrammeTable',
    view: () => (
      <ProgrammeTable
        organisation={{ id: 'voorbeeld', name: 'Leerhuis Voorbeeld (demo)' }}
        lines={[
          {
            ...{ id: '1', title: 'Linux en netwerken', titleLanguage: 'nl', state: 'published', missing: whole },
            ...{ isRolling: false, next: '2027-01-18', later: 2, seats: 16 },
          },
          {
            ...{ id: '2', title: 'SQL', titleLanguage: 'nl', state: 'published', isRolling: true },
            missing: { ...whole, languages: ['en'] },
          },
          {
            ...{ id: '3', title: 'Java voor starters', titleLanguage: 'nl', state: 'draft', isRolling: false },
            missing: { ...whole, languages: ['en'], unconfirmed: 4, outcomes: true, length: true, offerings: true },
          },
        ]}
      />
    ),
  },
]
