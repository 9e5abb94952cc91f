import type { Example } from '../example.ts'
import { ExamplePeople } from './example-people.tsx'

export const examples: readonly Example[] = [
  {
    title: 'ExamplePeople',
    view: () => (
      <ExamplePeople
        people={[{ id: 'sample', title: 'Administratie die stopt', story: 'Was 9 jaar medewerker boekhouding. De baan stopt.' }]}
      />
    ),
  },
]
