import type { Example } from '../example.ts'
import { LimitedNote } from './limited-note.tsx'

export const examples: readonly Example[] = [
  { title: 'LimitedNote', view: () => <LimitedNote basis={{ limited: { trainings: 1, readyBy: '2029-11-26' } }} /> },
]
