import type { Example } from '../example.ts'
import { sampleDoors } from '../sample-views.ts'
import { DoorsBoard } from './doors-board.tsx'
import { DoorsKey, DoorsTable } from './doors-table.tsx'

export const examples: readonly Example[] = [
  { title: 'DoorsBoard', view: () => <DoorsBoard view={sampleDoors} /> },
  { title: 'DoorsTable', view: () => <DoorsTable view={sampleDoors} /> },
  { title: 'DoorsKey', view: () => <DoorsKey /> },
]
