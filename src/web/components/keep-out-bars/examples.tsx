import type { Example } from '../example.ts'
import { KeepOutBars } from './keep-out-bars.tsx'

export const examples: readonly Example[] = [
  {
    title: 'KeepOutBars',
    view: () => (
      <KeepOutBars
        bars={[
          { key: 'studyPlace', name: 'Reistijd', why: 'verder dan zij willen reizen', against: [150, 210], alone: [130, 150] },
          { key: 'skill:x', name: 'Netwerken beheren', why: 'beginniveau', against: [null, 100], alone: [null, null] },
          { key: 'studyCost', name: 'Zelf betalen', why: 'duurder dan hun grens', against: [80, 80], alone: [20, null] },
        ]}
      />
    ),
  },
]
