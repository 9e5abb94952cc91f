import type { Example } from '../example.ts'
import { WageRange } from './wage-range.tsx'

export const examples: readonly Example[] = [
  {
    title: 'WageRange',
    view: () => (
      <WageRange
        rows={[
          {
            name: 'Hele groep',
            note: 'voorbeeld',
            range: { lowCents: 2700, middleCents: 3480, highCents: 4340 },
            monthEuro: 5429,
          },
          { name: 'In vacatures', why: 'te weinig vacatures met een loon' },
        ]}
      />
    ),
  },
]
