import type { Example } from '../example.ts'
import { sampleCheck } from '../vacancy-check-people/sample-check.ts'
import { MarkedText } from './marked-text.tsx'

export const examples: readonly Example[] = [{ title: 'MarkedText', view: () => <MarkedText view={sampleCheck} /> }]
