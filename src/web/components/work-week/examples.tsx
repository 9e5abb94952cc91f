import type { Example } from '../example.ts'
import { WorkWeek } from './work-week.tsx'

export const examples: readonly Example[] = [
  {
    title: 'WorkWeek',
    view: () => (
      <WorkWeek
        caption="Week van 23 november (voorbeeld)"
        days={[
          { date: '2026-11-23', kind: 'work', hours: 7.5 },
          { date: '2026-11-24', kind: 'holiday', hours: 0 },
          { date: '2026-11-25', kind: 'away', hours: 0 },
          { date: '2026-11-26', kind: 'work', hours: 7.5 },
          { date: '2026-11-27', kind: 'school', hours: 6 },
          { date: '2026-11-28', kind: 'free', hours: 0 },
          { date: '2026-11-29', kind: 'free', hours: 0 },
        ]}
      />
    ),
  },
]
