import type { Example } from '../example.ts'
import { sampleCheck } from '../vacancy-check-people/sample-check.ts'
import { Advice } from './advice.tsx'

export const examples: readonly Example[] = [{ title: 'Advice', view: () => <Advice view={sampleCheck} on={{}} /> }]
