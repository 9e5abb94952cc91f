import type { Example } from '../example.ts'
import { Facets, FilterChips } from './facets.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Facets',
    view: () => (
      <Facets
        action="/nl/onderdelen"
        chosen={1}
        groups={[
          {
            name: 'occupation',
            title: 'Werk',
            kind: 'many',
            choices: ['Applicatiebeheerder', 'Systeembeheerder', 'Tester', 'Data-analist', 'Ontwikkelaar', 'Netwerkbeheerder']
              .concat(['Servicedeskmedewerker', 'UX-ontwerper', 'Security-analist'])
              .map((label, index) => ({ value: label, label, count: 19 - index, isOn: index === 0 })),
          },
          {
            name: 'remote',
            title: 'Thuis werken',
            kind: 'one',
            choices: [
              { value: '1', label: 'deels', count: 12, isOn: false },
              { value: '100', label: 'helemaal', count: 2, isOn: false },
            ],
            note: '3 zeggen het niet.',
          },
        ]}
      />
    ),
  },
  {
    title: 'FilterChips',
    view: () => (
      <FilterChips
        chips={[
          { label: 'Applicatiebeheerder', href: '?' },
          { label: '32 tot 36 uur', href: '?a' },
        ]}
      />
    ),
  },
]
