import type { Example } from '../example.ts'
import { CreditFlow } from './credit-flow.tsx'

export const examples: readonly Example[] = [
  {
    title: 'CreditFlow',
    view: () => (
      <CreditFlow
        scale="ects"
        units={[
          {
            ...{ id: 'b', code: 'B', title: 'Back-up en herstel', all: 3, hours: 36, hoursAsked: 42 },
            work: [
              { id: 'b1', text: 'Back-ups controleren', hours: 14, count: 1, isConfirmed: true },
              { id: 'b2', text: 'Script schrijven voor back-up', hours: 22, count: 1, isConfirmed: true },
            ],
          },
          {
            ...{ id: 's', code: 'S', title: 'Storingen oplossen', all: 3, hours: 33, hoursAsked: 42 },
            work: [
              { id: 's1', text: 'Storing bij klant oplossen', hours: 26, count: 1, isConfirmed: false },
              { id: 's2', text: '', hours: 7, count: 3, isConfirmed: true },
            ],
          },
        ]}
      />
    ),
  },
]
