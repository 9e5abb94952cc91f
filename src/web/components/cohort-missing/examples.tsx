import type { Example } from '../example.ts'
import { CohortMissing } from './cohort-missing.tsx'

const hours = [24, 28] as const
const wanted = { hours, placeName: 'Harderwijk', region: 'AM08', mostMinutes: 30 }

export const examples: readonly Example[] = [
  {
    title: 'CohortMissing',
    view: () => (
      <CohortMissing
        programme="Systeembeheer"
        mayAsk
        people={[
          { id: 'p', handle: '8830', placeName: 'Harderwijk', hours, skills: [], lot: 1, met: 0, ordered: 0, orderedBy: 0 },
        ]}
        places={[
          {
            ...{ id: 'a', organisation: 'a', organisationName: 'Keiland ICT (demo)', placeName: 'Nijkerk', hours: [40, 40] },
            ...{ seats: 1, region: 'AM13', tasks: 'Beheer', lot: 2 },
          },
        ]}
        unplaced={[
          {
            ...{ participant: 'p', why: 'terms', wanted },
            seats: [{ place: 'a', conditions: [{ key: 'hours', state: 'unmet', asked: [40, 40], found: hours, distance: 12 }] }],
          },
        ]}
        shortages={[{ region: 'AM08', regionName: 'Noordwest-Veluwe', hours: 28, places: 1 }]}
        near={[
          { organisation: 'b', name: 'Wolkenveld (demo)', fits: ['8830'] },
          { organisation: 'c', name: 'Eemwater Zorg (demo)', fits: ['8830'] },
        ]}
      />
    ),
  },
]
