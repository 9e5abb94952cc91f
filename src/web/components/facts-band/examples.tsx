import type { Example } from '../example.ts'
import { FactsBand, Unknown } from './facts-band.tsx'

export const examples: readonly Example[] = [
  {
    title: 'FactsBand',
    view: () => (
      <FactsBand
        facts={[
          { name: 'Loon', value: '€ 2.700 tot € 3.300', note: 'bruto per maand, 32 uur' },
          { name: 'Uren', value: '28 tot 36', note: 'jij wilt 32' },
          { name: 'Start', value: <Unknown>Niet bekend</Unknown>, note: 'vraag de werkgever' },
        ]}
      />
    ),
  },
]
