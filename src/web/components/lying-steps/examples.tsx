import type { Example } from '../example.ts'
import { LyingSteps } from './lying-steps.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Steps lying down',
    view: () => (
      <LyingSteps
        label="Zo ver zijn jullie"
        steps={[
          { title: 'Jij vroeg het', note: '17 november, zonder naam', state: 'done' },
          { title: 'Gelezen', note: '18 november', state: 'done' },
          { title: 'Antwoord', note: 'nog 1 dag', state: 'now' },
          { title: 'Jij geeft je naam', note: 'alleen als jij dat wilt', state: 'next' },
          { title: 'Gesprek', note: 'jullie spreken iets af', state: 'end' },
        ]}
      />
    ),
  },
]
