import type { Example } from '../example.ts'
import { CohortPairs } from './cohort-pairs.tsx'

const person = (handle: string, placeName: string, hours: readonly [number, number]) => ({
  ...{ id: handle, handle, placeName, hours, skills: [], lot: 1234, met: 1, ordered: 1, orderedBy: 1 },
})
const place = (id: string, organisationName: string, placeName: string, hours: readonly [number, number]) => ({
  ...{ id, organisation: id, organisationName, placeName, hours, seats: 1, region: 'AM13', tasks: 'Beheer', lot: 4321 },
})
const wanted = { hours: [24, 28] as const, placeName: 'Harderwijk', region: 'AM08', mostMinutes: 30 }

export const examples: readonly Example[] = [
  {
    title: 'CohortPairs',
    view: () => (
      <CohortPairs
        people={[person('1938', 'Nijkerk', [28, 32]), person('3314', 'Ermelo', [36, 36]), person('8830', 'Harderwijk', [24, 28])]}
        places={[
          place('a', 'Keiland ICT (demo)', 'Nijkerk', [28, 36]),
          place('b', 'Wolkenveld (demo)', 'Utrecht', [32, 32]),
          place('c', 'Eemwater Zorg (demo)', 'Amersfoort', [40, 40]),
        ]}
        pairs={[
          { participant: '1938', place: 'a', personRank: 1, placeRank: 1, conditions: [] },
          {
            ...{ participant: '3314', place: 'b', personRank: 1, placeRank: 2 },
            conditions: [{ key: 'hours', state: 'unmet', asked: [32, 32], found: [36, 36], distance: 4 }],
          },
        ]}
        unplaced={[{ participant: '8830', why: 'terms', wanted, seats: [] }]}
        empty={[{ place: 'c', left: 1 }]}
        isSettled={false}
      />
    ),
  },
]
