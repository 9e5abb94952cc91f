import type { Example } from '../example.ts'
import { ReachBars } from './reach-bars.tsx'

export const examples: readonly Example[] = [
  {
    title: 'ReachBars',
    view: () => (
      <ReachBars
        rows={[
          {
            ...{ key: 'partTime', name: 'Deeltijd willen', says: '16 tot 24 uur, in plaats van 32 uur of meer.' },
            ...{
              without: { certain: 20.9, possible: 39.9 },
              with: { certain: 4.8, possible: 13 },
              why: ['Minder door: uren per week.'],
            },
          },
        ]}
      />
    ),
  },
]
