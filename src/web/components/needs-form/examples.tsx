import type { Example } from '../example.ts'
import { NeedsForm } from './needs-form.tsx'
import { ReleaseForm } from './release-form.tsx'
import { ReleaseList } from './release-list.tsx'

const needs = [
  { id: 'quiet-place', label: 'Een rustige werkplek' },
  { id: 'captions', label: 'Ondertiteling bij overleg' },
]
const days = { first: '2026-11-25', preset: '2026-12-25', last: '2027-11-25' }

export const examples: readonly Example[] = [
  {
    title: 'What somebody needs',
    view: () => <NeedsForm groups={[{ id: 'place', title: 'De plek', needs }]} chosen={['captions']} />,
  },
  {
    title: 'Shown to one organisation, nothing chosen',
    view: () => (
      <ReleaseForm
        organisation={{ id: 'o', name: 'Keiland ICT (demo)' }}
        introduction={undefined}
        needs={needs}
        days={days}
        wrong="ids"
      />
    ),
  },
  {
    title: 'Who sees what is needed',
    view: () => (
      <ReleaseList
        releases={[
          {
            id: 'r',
            organisation: 'Keiland ICT (demo)',
            isForIntroduction: true,
            until: days.preset,
            needs: ['Ondertiteling bij overleg'],
          },
        ]}
      />
    ),
  },
]
