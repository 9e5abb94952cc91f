import type { Example } from '../example.ts'
import { ReplyClock } from './reply-clock.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Reply clock',
    view: () => (
      <div className="stack-5">
        <ReplyClock left={4} of={5} />
        <ReplyClock left={1} of={5} />
        <ReplyClock left={0} of={5} />
        <ReplyClock left={-2} of={5} />
      </div>
    ),
  },
]
