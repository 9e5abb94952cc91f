import type { Example } from '../example.ts'
import { sampleChanges } from '../sample-views.ts'
import { Nudges } from './nudges.tsx'
import { SmallChanges } from './small-changes.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Nudges',
    view: () => <Nudges changes={sampleChanges} profile={{ occupations: [], answers: {}, hours: [28, 32], maxMinutes: 45 }} />,
  },
  {
    title: 'SmallChanges',
    view: () => (
      <SmallChanges
        changes={sampleChanges}
        profile={{ occupations: [], answers: {}, hours: [28, 32], maxMinutes: 45 }}
        isOfGoal
      />
    ),
  },
]
