import type { Example } from '../example.ts'
import { AdvisedList } from './advised-list.tsx'

const line = {
  handle: '48312077',
  organisation: 'Werkcentrum Lindewaard (demo)',
  since: '2026-11-23',
  notes: 2,
  lastNoteOn: '2026-11-25',
}

export const examples: readonly Example[] = [
  { title: 'People whom somebody advises', view: () => <AdvisedList side="adviser" lines={[line]} /> },
  {
    title: 'Who advises somebody',
    view: () => (
      <AdvisedList side="person" lines={[line, { handle: '51200344', since: '2026-10-01', endedOn: '2026-11-20', notes: 0 }]} />
    ),
  },
]
