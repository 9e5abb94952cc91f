import type { Example } from '../example.ts'
import { FundingRules } from './funding-rules.tsx'

const uwv = {
  id: 'uwv-scholing',
  title: 'Scholingsbudget van UWV',
  isLoan: false,
  euro: 2500,
  checkedOn: '2026-11-23',
  isSure: false,
}

export const examples: readonly Example[] = [
  {
    title: 'Funding: can, cannot or ask',
    view: () => (
      <FundingRules
        isYou={false}
        rules={[
          { ...uwv, answer: 'can' },
          { ...uwv, id: 'employer', title: 'Je werkgever', euro: undefined, answer: 'cannot' },
          { ...uwv, id: 'techmeup', title: 'TechMeUp', isLoan: true, answer: 'ask' },
        ]}
      />
    ),
  },
]
