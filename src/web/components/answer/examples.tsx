import type { Example } from '../example.ts'
import { Answer } from './answer.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Answer',
    view: () => (
      <Answer said="3 routes">
        <p>A, B, C</p>
      </Answer>
    ),
  },
]
