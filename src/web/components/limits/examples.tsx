import type { Example } from '../example.ts'
import { Limits } from './limits.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Limits',
    view: () => <Limits values={{ own: 1000, weeks: 65, study: 24, travel: undefined }} preference="balanced" />,
  },
]
