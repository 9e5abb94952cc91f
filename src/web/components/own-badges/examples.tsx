import type { OwnBadge } from '../../../modules/credentials/index.ts'
import type { Example } from '../example.ts'
import { OwnBadges } from './own-badges.tsx'

const badge: OwnBadge = {
  id: 'voorbeeld',
  organisation: { id: 'o', name: 'Leerhuis De Brug (demo)' },
  state: 'accepted',
  achievement: {
    title: { nl: 'Linux beheren', en: 'Looking after Linux' },
    description: { nl: 'Linux.', en: 'Linux.' },
    criteria: { nl: 'Drie opdrachten.', en: 'Three tasks.' },
    language: 'nl',
    alignments: [],
    evidence: [],
  },
  issuedAt: Date.UTC(2026, 10, 25, 12),
  isPublic: true,
}

export const examples: readonly Example[] = [
  {
    title: 'OwnBadges',
    view: () => <OwnBadges badges={[badge, { ...badge, id: 'tweede', state: 'offered', isPublic: false }]} />,
  },
]
