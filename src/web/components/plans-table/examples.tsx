import type { Example } from '../example.ts'
import { sampleGroups } from '../sample-views.ts'
import { PlansTable } from './plans-table.tsx'

export const examples: readonly Example[] = [{ title: 'PlansTable', view: () => <PlansTable groups={sampleGroups} /> }]
