import type { InitiativeView } from '../../search/initiative-view.ts'
import type { Example } from '../example.ts'
import { InitiativeAside } from './initiative-aside.tsx'
import { Entry, Figures, ForWhom, Phases, Tracks, WhatItDoes, WhoPays } from './initiative-facts.tsx'

const mark = { certainty: 'seen', date: '2018-03', sources: [{ title: 'Voorbeeld: jaarverslag' }] } as const

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
  entry: { value: ['Meld je aan.', 'Maak een test.', 'Praat met een werkgever.'], mark },
  phases: {
    value: [
      { kind: 'school', weeks: 12 },
      { kind: 'workAndSchool', months: 9, workDays: 4, schoolDays: 1, employed: true },
    ],
    mark,
  },
  whoPays: {
    value: [
      { party: 'participant', euro: 1000, text: 'Jouw deel.' },
      { party: 'employer', text: 'De rest.' },
    ],
    mark,
  },
  regions: { value: 'nationwide', mark },
  training: {
    provider: 'Voorbeeldschool',
    award: { value: 'Certificaat', mark },
    jobGuarantee: { value: true, mark },
    accessibility: { value: 'Rolstoeltoegankelijk.', mark },
    preference: { value: 'Vrouwen zijn ondervertegenwoordigd (WGB m/v artikel 5).', mark },
    tracks: [{ programme: 'voorbeeld:bouwen', name: 'Bouwen', skills: ['Java', 'SQL'], phases: undefined }],
  },
  figures: [
    { measure: 'haalt het certificaat', value: 91, unit: 'percent', near: 'about', outOf: undefined, cohort: undefined, mark },
    { measure: 'vonden werk', value: 56, unit: 'count', near: undefined, outOf: 80, cohort: '2020', mark },
  ],
  links: [],
}

export const examples: readonly Example[] = [
  { title: 'InitiativeFacts, wat het doet', view: () => <WhatItDoes initiative={sample} /> },
  { title: 'InitiativeFacts, voor wie', view: () => <ForWhom initiative={sample} /> },
  { title: 'InitiativeFacts, toelating', view: () => <Entry initiative={sample} /> },
  { title: 'InitiativeFacts, delen', view: () => <Phases initiative={sample} /> },
  { title: 'InitiativeFacts, wat je leert', view: () => <Tracks initiative={sample} /> },
  { title: 'InitiativeAside', view: () => <InitiativeAside initiative={sample} /> },
  { title: 'InitiativeFacts, wie betaalt', view: () => <WhoPays initiative={sample} /> },
  { title: 'InitiativeFacts, cijfers', view: () => <Figures initiative={sample} /> },
]
