import type { Example } from '../example.ts'
import { PlacementList } from './placement-list.tsx'

const line = {
  programme: { nl: 'Systeembeheerder', en: 'System administrator' },
  employer: 'Keiland ICT (demo)',
  school: 'Leerhuis De Brug (demo)',
  from: '2026-09-28',
  until: '2027-09-26',
  waits: [],
} as const

export const examples: readonly Example[] = [
  {
    title: 'PlacementList',
    view: () => (
      <PlacementList
        lines={[
          { ...line, id: '1', state: 'active' },
          { ...line, id: '2', state: 'signing', student: 'Jip (demo)', signBy: '2026-12-21', waits: ['student'] },
          { ...line, id: '3', state: 'ended', student: null },
        ]}
      />
    ),
  },
]
