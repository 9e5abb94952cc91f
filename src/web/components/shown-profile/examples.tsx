import type { Example } from '../example.ts'
import { ShownProfile } from './shown-profile.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Shown profile',
    view: () => (
      <ShownProfile
        profile={{
          place: 'Regio Amersfoort',
          hours: [28, 32],
          workField: 'other',
          diplomaLevel: 4,
          skills: [
            { id: '1', label: 'Linux', level: 2, isProven: true, isAsked: true },
            { id: '2', label: 'Boekhouden', level: 3, isProven: false, isAsked: false },
          ],
        }}
      />
    ),
  },
]
