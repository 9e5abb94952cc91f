import type { Example } from '../example.ts'
import { AgreeCard } from './agree-card.tsx'
import { AnswerCard } from './answer-card.tsx'

export const examples: readonly Example[] = [
  {
    title: 'An answer to a question, with an offer',
    view: () => (
      <AnswerCard
        side="person"
        open={['accept', 'decline']}
        step="accept"
        organisation="Keiland ICT (demo)"
        offering="Linux en netwerken"
      />
    ),
  },
  {
    title: 'Going on together',
    view: () => (
      <AgreeCard side="organisation" open={['hire', 'agreeTraining']} days={{ today: '2026-11-25' }} wrong="startsOn" />
    ),
  },
]
