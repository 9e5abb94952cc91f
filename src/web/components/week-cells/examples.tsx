import type { Example } from '../example.ts'
import { WeekCells } from './week-cells.tsx'

export const examples: readonly Example[] = [
  {
    title: 'WeekCells',
    view: () => (
      <WeekCells
        cells={[
          { key: 'a', share: 0 },
          { key: 'b', share: 0.5 },
          { key: 'c', share: 1 },
          { key: 'd', share: undefined },
        ]}
      />
    ),
  },
]
