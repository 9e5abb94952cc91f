import type { AskedSkillView } from '../../../modules/programme-demand/index.ts'
import type { Example } from '../example.ts'
import { AskedBars } from './asked-bars.tsx'

const none = { taught: 0, tooLow: 0, near: 0, missing: 0 }

const skills: readonly AskedSkillView[] = [
  {
    ...{ skill: 'azure', label: 'Werken met Azure', essential: 90, plus: 49, ...none, missing: 139 },
    quotes: [
      {
        ...{
          vacancy: 'v1',
          title: 'Systeembeheerder',
          employer: 'Keiland ICT (demo)',
          demo: true,
          essential: true,
          language: 'nl',
        },
        words: 'Azure',
        sentence: 'Je werkt elke dag met Azure en je lost storingen op.',
      },
    ],
  },
  { skill: 'linux', label: 'Linux beheren', essential: 60, plus: 5, ...none, taught: 40, tooLow: 25, quotes: [] },
  { skill: 'scripts', label: 'Scripts schrijven', essential: 0, plus: 30, ...none, near: 30, quotes: [] },
]

export const examples: readonly Example[] = [{ title: 'AskedBars', view: () => <AskedBars skills={skills} most={139} /> }]
