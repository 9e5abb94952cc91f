import type { Example } from '../example.ts'
import { WageSteps } from './wage-steps.tsx'

const from = { from: '2026-01-01', isOfToday: false }

export const examples: readonly Example[] = [
  {
    title: 'WageSteps',
    view: () => (
      <WageSteps
        wages={[
          { ...from, age: '17', centsPerHour: 581, bblCents: 581 },
          { ...from, age: '18', centsPerHour: 736, bblCents: 669 },
          { ...from, age: '21', centsPerHour: 1471, bblCents: 1471 },
        ]}
      />
    ),
  },
]
