import type { Example } from '../example.ts'
import { sampleJob } from '../sample-views.ts'
import { ClosedVacancy } from './closed-vacancy.tsx'

export const examples: readonly Example[] = [
  {
    title: 'ClosedVacancy, gesloten',
    view: () => (
      <ClosedVacancy
        isWithdrawn={false}
        closesOn="2026-11-20"
        like={{ items: [{ vacancy: sampleJob }], total: 30, href: '#like' }}
      />
    ),
  },
  { title: 'ClosedVacancy, weggehaald', view: () => <ClosedVacancy isWithdrawn /> },
]
