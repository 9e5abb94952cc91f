import type { Example } from '../example.ts'
import { BudgetBars } from './budget-bars.tsx'

export const examples: readonly Example[] = [
  {
    title: 'BudgetBars',
    view: () => (
      <BudgetBars
        bars={[
          { key: '50000', name: '€ 50.000', people: 5, value: '5 mensen', isNow: false },
          { key: '60000', name: '€ 60.000', note: 'jouw bedrag nu', people: 6, value: '6 mensen', isNow: true },
          { key: '70000', name: '€ 70.000', people: 7, value: '7 mensen', isNow: false },
        ]}
      />
    ),
  },
]
