import type { Example } from '../example.ts'
import { DeskTable } from './desk-table.tsx'

const line = { language: 'nl', against: 0, rate: { known: false, of: 0 } } as const

export const examples: readonly Example[] = [
  {
    title: 'DeskTable',
    view: () => (
      <DeskTable
        organisation={{ id: 'voorbeeld', name: 'Keiland ICT (demo)' }}
        lines={[
          {
            ...line,
            ...{ id: '1', title: 'Systeembeheerder', state: 'published', closesOn: '2027-03-15' },
            rate: { known: true, answered: 5, of: 6 },
            reach: { now: [20, 40], course: [90, 120] },
          },
          { ...line, id: '2', title: 'Supportmedewerker', state: 'published', reach: { now: [null, null], course: undefined } },
          {
            ...line,
            id: '3',
            title: 'Fullstack developer',
            state: 'draft',
            against: 1,
            reach: { now: undefined, course: undefined },
          },
          { ...line, id: '4', title: 'Netwerkbeheerder', state: 'paused', silent: 2, rate: { known: false, of: 3 } },
        ]}
      />
    ),
  },
]
