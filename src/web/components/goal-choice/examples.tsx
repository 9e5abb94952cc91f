import type { Example } from '../example.ts'
import { GoalChoice } from './goal-choice.tsx'

export const examples: readonly Example[] = [
  {
    title: 'GoalChoice',
    view: () => <GoalChoice goal="" hasOwnGoal choices={[{ id: 'sample', label: 'Functioneel beheerder' }]} />,
  },
]
