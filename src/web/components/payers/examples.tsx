import type { Example } from '../example.ts'
import { sampleDualPlan, samplePlan } from '../sample-views.ts'
import { Loans, Payers } from './payers.tsx'

export const examples: readonly Example[] = [
  { title: 'Payers', view: () => <Payers payers={samplePlan.payers} /> },
  {
    title: 'Loans',
    view: () => (
      <Loans
        loans={[
          ...samplePlan.loans.map((loan) => ({ ...loan, initiative: { id: 'techmeup', name: 'TechMeUp' } })),
          { scheme: 'levenlanglerenkrediet', label: 'Levenlanglerenkrediet van DUO (een lening)' },
        ]}
      />
    ),
  },
  { title: 'Payers, werkgever', view: () => <Payers payers={sampleDualPlan.payers} /> },
]
