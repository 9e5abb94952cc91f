import type { Example } from '../example.ts'
import { OrgNav } from './org-nav.tsx'

export const examples: readonly Example[] = [
  {
    title: 'OrgNav',
    view: () => <OrgNav organisation={{ id: 'voorbeeld', name: 'Regio Voorbeeld (demo)', kind: 'region', roles: ['owner'] }} />,
  },
]
