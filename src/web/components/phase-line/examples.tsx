import type { Example } from '../example.ts'
import { PhaseLine } from './phase-line.tsx'

export const examples: readonly Example[] = [
  {
    title: 'PhaseLine',
    view: () => (
      <PhaseLine
        name="Voorbeeld"
        phases={[
          { kind: 'school', months: 5, employed: false },
          { kind: 'workAndSchool', months: 6, workDays: 4, schoolDays: 1, employed: true },
        ]}
      />
    ),
  },
  {
    title: 'PhaseLine, duur niet bekend',
    view: () => <PhaseLine name="Voorbeeld, duur niet bekend" phases={[{ kind: 'selfStudy' }, { kind: 'work', weeks: 12 }]} />,
  },
]
