import type { Example } from '../example.ts'
import { Combobox } from './combobox.tsx'

const sample = [
  { id: '1', label: 'Boekhoudkundig medewerker' },
  { id: '2', label: 'Medewerker salaris en boekhouding' },
]

export const examples: readonly Example[] = [
  {
    title: 'Combobox',
    view: () => (
      <Combobox
        label="Welk werk deed je?"
        name="sample"
        countText={(n) => `${n} beroepen`}
        load={() => Promise.resolve(sample)}
        onPick={() => undefined}
      />
    ),
  },
]
