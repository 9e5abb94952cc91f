import type { Example } from '../example.ts'
import { AdmissionSteps } from './admission-steps.tsx'

export const examples: readonly Example[] = [
  {
    title: 'AdmissionSteps',
    view: () => (
      <AdmissionSteps
        steps={[
          {
            ...{
              number: 1,
              kind: 'assessment',
              purpose: { nl: 'Een online opdracht (voorbeeld)', en: 'A task online (example)' },
            },
            ...{ plannedOn: '2026-12-04', outcome: 'passed' },
          },
          {
            ...{ number: 2, kind: 'trial', purpose: { nl: 'Een dag meedoen (voorbeeld)' }, plannedOn: '2026-12-11' },
            ...{ plannedText: '9.00 - 16.00', outcome: 'notPassed', reason: 'Je kwam er niet aan toe (voorbeeld).' },
          },
          { number: 3, kind: 'interview', purpose: { nl: 'Een gesprek (voorbeeld)', en: 'A talk (example)' } },
        ]}
      />
    ),
  },
]
