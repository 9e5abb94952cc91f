import type { Example } from '../example.ts'
import { sampleJob } from '../sample-views.ts'
import { VacancyList } from './vacancy-list.tsx'

const { wageMonthEuro: _wage, hours: _hours, closesOn: _closes, ...silent } = sampleJob

export const examples: readonly Example[] = [
  {
    title: 'VacancyList',
    view: () => (
      <VacancyList
        items={[
          { vacancy: sampleJob, match: { fitsNow: true, mayFit: true, check: [] }, replies: { answered: 9, of: 11 } },
          {
            vacancy: { ...silent, id: 'sample-silent' },
            match: {
              fitsNow: false,
              mayFit: true,
              check: [{ key: 'language:en', state: 'unknown', asked: 4, distance: 0, label: 'Engels' }],
            },
          },
        ]}
      />
    ),
  },
]
