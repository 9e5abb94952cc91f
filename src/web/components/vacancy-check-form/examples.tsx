import type { Example } from '../example.ts'
import { CheckForm } from './check-form.tsx'

export const examples: readonly Example[] = [
  {
    title: 'CheckForm',
    view: () => (
      <CheckForm
        text=""
        place="Utrecht"
        employer=""
        answer={{ field: 'text', wrong: 'nothing', given: { text: '', place: '', employer: '' } }}
        limits={{ megabytes: 5, characters: 20_000, days: 30 }}
        isChange={false}
      />
    ),
  },
]
