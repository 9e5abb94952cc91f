import type { Example } from '../example.ts'
import { AskList } from './ask-list.tsx'

export const examples: readonly Example[] = [
  {
    title: 'AskList',
    view: () => (
      <AskList
        asks={[
          {
            ...{ offering: 'sample', programme: 'sample', title: 'Omscholing software', provider: 'Voorbeeldschool' },
            ...{ online: false, placeName: 'Utrecht', weeks: 47, unknown: ['start', 'price'], isDerived: true },
            ...{ opensLow: 12, opensHigh: 40 },
            mostly: [{ occupation: 'sample', label: 'Softwareontwikkelaar', vacancies: 12 }],
          },
        ]}
      />
    ),
  },
]
