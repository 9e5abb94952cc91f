import type { PersonShown } from '../../../modules/match-profiles/index.ts'
import type { Example } from '../example.ts'
import { Folk } from './folk.tsx'

const skill = (state: PersonShown['skills'][number]['state'], at: number): PersonShown['skills'][number] => ({
  skill: `s${at}`,
  label: `Skill ${at}`,
  weight: at < 4 ? 'essential' : 'important',
  state,
})

const sampleFit: PersonShown = {
  handle: '1745',
  demo: false,
  place: 'Amersfoort',
  travelAtMostMinutes: 30,
  hours: [32, 32],
  available: '2027-01',
  occupation: { id: 'schakel:occupation/administrative-employee', label: 'Administratief medewerker' },
  diploma: { level: 4 },
  languages: { nl: 6, en: 4 },
  certain: true,
  toAsk: [],
  skills: (['have', 'have', 'have', 'have', 'near', 'miss'] as const).map(skill),
  counts: { have: 4, near: 1, learn: 0, miss: 1, unknown: 0, hidden: 0 },
  proven: ['Linux'],
}

const sampleTrained: PersonShown = {
  handle: '90382',
  demo: false,
  place: 'Regio Amersfoort',
  hours: [24, 28],
  days: 4,
  workField: 'other',
  certain: false,
  toAsk: [
    { key: 'certificateOfConduct', label: '' },
    { key: 'language:en', label: 'Engels' },
  ],
  skills: (['have', 'learn', 'learn', 'have', 'unknown', 'hidden'] as const).map(skill),
  counts: { have: 2, near: 0, learn: 2, miss: 0, unknown: 1, hidden: 1 },
  proven: [],
  training: {
    offering: 'o1',
    title: 'Linux en netwerken',
    provider: 'Leerhuis (verzonnen)',
    weeks: 12,
    starts: '2027-01-18',
    readyOn: '2027-04-12',
  },
}

export const examples: readonly Example[] = [
  {
    title: 'Folk, passen nu',
    view: () => (
      <>
        <h3>Passen nu</h3>
        <Folk people={[sampleFit, { ...sampleFit, handle: '2290', proven: [] }]} addressOf={() => '#'} more />
      </>
    ),
  },
  {
    title: 'Folk, 1 cursus verder',
    view: () => (
      <>
        <h3>1 cursus verder</h3>
        <Folk people={[sampleTrained]} />
      </>
    ),
  },
  { title: 'Folk, niemand', view: () => <Folk people={[]} /> },
]
