import type { Example } from '../example.ts'
import { samplePlan } from '../sample-views.ts'
import { Chance } from './chance.tsx'

export const examples: readonly Example[] = [
  { title: 'Chance', view: () => <Chance plan={samplePlan} /> },
  {
    title: 'Chance, niet bekend',
    view: () => <Chance plan={{ chance: 'unknown', chanceParts: [{ offering: 'sample', title: 'SQL voor beginners' }] }} />,
  },
]
