import type { Example } from '../example.ts'
import { CreditBar } from './credit-bar.tsx'

export const examples: readonly Example[] = [
  { title: 'CreditBar', view: () => <CreditBar scale="ects" all={60} earned={38} running={10.5} toGo={11.5} /> },
  { title: 'CreditBar, studie-uren', view: () => <CreditBar scale="sbu" all={320} earned={0} running={0} toGo={320} /> },
]
