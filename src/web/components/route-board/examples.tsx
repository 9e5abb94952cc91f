import type { Example } from '../example.ts'
import { sampleGroups, sampleToday } from '../sample-views.ts'
import { LineKey, RouteBoard } from './route-board.tsx'

export const examples: readonly Example[] = [
  { title: 'RouteBoard', view: () => <RouteBoard groups={sampleGroups} today={sampleToday} limit="2028-01-31" /> },
  { title: 'LineKey', view: () => <LineKey /> },
]
