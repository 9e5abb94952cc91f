import type { Example } from '../example.ts'
import { AdviceNotes } from './advice-notes.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Notes of a person and their adviser',
    view: () => (
      <AdviceNotes
        side="adviser"
        isOpen={false}
        notes={[
          { id: 'example-1', side: 'adviser', text: 'Zoekt 24 uur per week.', on: '2026-11-23' },
          { id: 'example-2', side: 'person', text: 'Ik zoek 32 uur.', on: '2026-11-24' },
          { id: 'example-3', side: 'adviser', text: 'Zoekt 32 uur per week.', on: '2026-11-25', corrects: 'example-1' },
        ]}
      />
    ),
  },
]
