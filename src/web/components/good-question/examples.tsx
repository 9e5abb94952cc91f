import type { Example } from '../example.ts'
import { GoodQuestion } from './good-question.tsx'

export const examples: readonly Example[] = [
  { title: 'GoodQuestion', view: () => <GoodQuestion question={{ ask: 'skill:sample', label: 'Windows Server', changes: 7 }} /> },
  {
    title: 'GoodQuestion, over een voorwaarde',
    view: () => <GoodQuestion question={{ ask: 'language:en', label: 'Engels', changes: 3 }} />,
  },
]
