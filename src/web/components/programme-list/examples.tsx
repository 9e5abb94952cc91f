import type { Example } from '../example.ts'
import { ProgrammeList } from './programme-list.tsx'

export const examples: readonly Example[] = [
  {
    title: 'ProgrammeList',
    view: () => (
      <ProgrammeList
        items={[
          {
            ...{ id: 'sample', title: 'Cursus functioneel beheer', provider: 'Voorbeeldschool', form: 'part-time' },
            learns: ['Functioneel beheer', 'Testen', 'Wensen opschrijven', 'SQL', 'Uitleg geven'],
            ...{ weeks: 10, hoursPerWeek: 12, feeEuro: 450, isOneFee: false, withJob: true, askFirst: false },
            next: { date: '2027-01-12', place: 'Amersfoort', isOnline: false },
          },
          {
            ...{ id: 'sample-silent', title: 'Omscholing tester', provider: 'Voorbeeldschool', form: 'dual' },
            ...{ learns: [], isOneFee: true, withJob: false, askFirst: true },
          },
        ]}
      />
    ),
  },
]
