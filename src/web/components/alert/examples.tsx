import type { Example } from '../example.ts'
import { Alert } from './alert.tsx'

export const examples: readonly Example[] = (['info', 'ok', 'warn', 'error'] as const).map((kind) => ({
  title: `Alert, ${kind}`,
  view: () => (
    <Alert kind={kind} title="Je antwoord is bewaard">
      <p className="small">Je routes zijn opnieuw berekend.</p>
    </Alert>
  ),
}))
