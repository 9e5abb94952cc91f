import type { Profile } from '../../../modules/people/index.ts'
import type { Example } from '../example.ts'
import { Limits } from './limits.tsx'
import { StepNote } from './step-note.tsx'

const profile: Profile = {
  occupations: [],
  answers: {},
  study: { ownCostEuro: 1000, totalWeeks: 65, hoursPerWeek: 24 },
}

export const examples: readonly Example[] = [
  { title: 'Limits', view: () => <Limits profile={profile} preference="balanced" /> },
  {
    title: 'StepNote',
    view: () => (
      <p className="note">
        <StepNote step={{ change: { item: 'travelMinutes', by: 10 }, opensLow: 30, opensHigh: 34 }} profile={profile} />
      </p>
    ),
  },
]
