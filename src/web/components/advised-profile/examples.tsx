import type { Example } from '../example.ts'
import { AdvisedProfile } from './advised-profile.tsx'

export const examples: readonly Example[] = [
  {
    title: 'A profile as an adviser sees it',
    view: () => (
      <AdvisedProfile
        profile={{
          situation: 'jobEnds',
          occupations: ['Administratief medewerker'],
          regionName: 'Amersfoort',
          hours: [24, 32],
          maxMinutes: 45,
          study: { hoursPerWeek: 16, ownCostEuro: 500 },
          diplomaLevels: [4],
          skills: [
            { id: '1', label: 'Werken met Excel', level: 2, isProven: true },
            { id: '2', label: 'Gegevens controleren', isProven: false },
          ],
        }}
      />
    ),
  },
]
