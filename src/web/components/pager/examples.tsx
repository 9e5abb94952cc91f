import type { Example } from '../example.ts'
import { Pager } from './pager.tsx'

export const examples: readonly Example[] = [
  { title: 'Pager', view: () => <Pager shown={[21, 40]} total={1204} first="?" next="?after=40" /> },
]
