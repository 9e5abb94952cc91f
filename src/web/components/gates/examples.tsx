import type { Example } from '../example.ts'
import { sampleWhyNot } from '../sample-views.ts'
import { Gates } from './gates.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Gates',
    view: () => (
      <Gates
        view={sampleWhyNot}
        profile={{ occupations: [], answers: {}, hours: [24, 32], municipality: 'Amersfoort', wageFloorMonthEuro: 2700 }}
      />
    ),
  },
]
