import type { Example } from '../example.ts'
import { sampleDualPlan, samplePlan } from '../sample-views.ts'
import { Payers } from './payers.tsx'

export const examples: readonly Example[] = [
  { title: 'Payers', view: () => <Payers payers={samplePlan.payers} /> },
  { title: 'Payers, werkgever', view: () => <Payers payers={sampleDualPlan.payers} /> },
]
