import type { Example } from '../example.ts'
import { NormLines } from './norm-lines.tsx'

export const examples: readonly Example[] = [
  {
    title: 'NormLines',
    view: () => (
      <NormLines
        until="2027-07-31"
        openWeeks={1}
        lines={[
          {
            ...{
              sort: 'practice',
              norm: 610,
              share: 610,
              noted: 240,
              low: 572.5,
              high: 580,
              verdict: 'short',
              short: 30,
              days: 4,
            },
          },
          { ...{ sort: 'school', norm: 200, share: 200, noted: 60, low: 214, high: 220, verdict: 'ok', short: 0, days: 0 } },
        ]}
      />
    ),
  },
]
