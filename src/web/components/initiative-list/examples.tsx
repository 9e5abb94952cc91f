import type { Example } from '../example.ts'
import { InitiativeList } from './initiative-list.tsx'

export const examples: readonly Example[] = [
  {
    title: 'InitiativeList',
    view: () => (
      <InitiativeList
        items={[
          {
            id: 'make-it-work',
            name: 'Make IT Work',
            kind: 'training',
            what: 'Je leert vijf maanden voltijd. Daarna werk je zes maanden bij een werkgever.',
            audiences: ['graduates', 'career-changers'],
            regions: ['Groot Amsterdam', 'Midden-Utrecht', 'Groningen', 'Gooi en Vechtstreek'],
          },
          {
            id: 'techmeup',
            name: 'TechMeUp',
            kind: 'finance',
            what: 'Geld lenen zonder rente.',
            audiences: ['women'],
            regions: 'nationwide',
          },
          { id: 'cedce', name: 'CEDCE', kind: 'lessons', audiences: ['schools'] },
        ]}
      />
    ),
  },
]
