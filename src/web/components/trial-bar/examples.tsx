import type { Example } from '../example.ts'
import { TrialBar } from './trial-bar.tsx'

export const examples: readonly Example[] = [{ title: 'TrialBar', view: () => <TrialBar tried={[['travel', '70']]} /> }]
