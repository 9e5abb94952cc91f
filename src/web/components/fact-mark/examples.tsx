import type { Example } from '../example.ts'
import { FactMark, MarkKey } from './fact-mark.tsx'

const sources = [{ title: 'Hogeschool Voorbeeld: eerste groep is klaar', url: 'https://www.example.org/eerste-groep' }]

export const examples: readonly Example[] = [
  {
    title: 'FactMark',
    view: () => (
      <>
        <FactMark mark={{ certainty: 'seen', date: '2016-09-26', sources }} />
        <FactMark mark={{ certainty: 'plan', date: '2023-02', sources: [{ title: 'Aanvalsplan' }] }} />
        <FactMark mark={{ certainty: 'unverified', date: '2026', sources: [{ title: 'Algemene kennis' }] }} />
        <FactMark mark={{ certainty: 'unknown', date: '2026', sources: [] }} />
      </>
    ),
  },
  { title: 'MarkKey', view: () => <MarkKey /> },
]
