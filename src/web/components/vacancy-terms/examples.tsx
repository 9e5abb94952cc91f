import type { Example } from '../example.ts'
import { VacancyTerms } from './vacancy-terms.tsx'

export const examples: readonly Example[] = [
  {
    title: 'VacancyTerms',
    view: () => (
      <VacancyTerms
        facts={{
          languages: [{ code: 'nl', level: 4 }],
          workLevel: { level: 4, orYears: 2 },
          days: 31,
          acceptsTrainings: ['sample'],
          paysTraining: true,
        }}
      />
    ),
  },
]
