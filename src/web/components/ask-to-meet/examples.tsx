import type { Example } from '../example.ts'
import { AskToMeet, type Meeting, StandsStill } from './ask-to-meet.tsx'

const meeting: Meeting = {
  organisation: { id: 'o', name: 'Keiland ICT (demo)' },
  vacancyRate: { known: true, answered: 9, of: 11, medianWorkingDays: 4 },
  organisationRate: { known: false, of: 2 },
  can: 'ask',
  signIn: '#',
}

export const examples: readonly Example[] = [
  { title: 'Ask to meet', view: () => <AskToMeet meeting={meeting} wrong="manyOpen" /> },
  { title: 'A vacancy stands still', view: () => <StandsStill still={{ since: '2026-11-20', waiting: 2 }} /> },
]
