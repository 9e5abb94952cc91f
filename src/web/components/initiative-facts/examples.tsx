import type { InitiativeView } from '../../search/initiative-view.ts'
import type { Example } from '../example.ts'
import { Figures, WhoPays } from './initiative-facts.tsx'

const mark = { certainty: 'seen', date: '2018-03', sources: [{ title: 'Voorbeeld: jaarverslag' }] } as const
const unknown = { value: undefined, mark: { certainty: 'unknown', date: '2026-11-23', sources: [] } } as const

const sample: InitiativeView = {
  id: 'voorbeeld',
  name: 'Voorbeeld',
  kind: 'training',
  audiences: ['career-changers'],
  planNames: [],
  pillars: [4],
  rule: undefined,
  what: { value: 'Je leert en werkt tegelijk.', mark },
  forWhom: { value: 'Voor wie wil overstappen.', mark },
  entry: unknown,
  phases: unknown,
  whoPays: {
    value: [
      { party: 'participant', euro: 1000, text: 'Jouw deel.' },
      { party: 'employer', text: 'De rest.' },
    ],
    mark,
  },
  regions: { value: 'nationwide', mark },
  training: undefined,
  figures: [
    { measure: 'haalt het certificaat', value: 91, unit: 'percent', near: 'about', outOf: undefined, cohort: undefined, mark },
    { measure: 'vonden werk', value: 56, unit: 'count', near: undefined, outOf: 80, cohort: '2020', mark },
  ],
  links: [],
}

export const examples: readonly Example[] = [
  { title: 'InitiativeFacts, wie betaalt', view: () => <WhoPays initiative={sample} /> },
  { title: 'InitiativeFacts, cijfers', view: () => <Figures initiative={sample} /> },
]
