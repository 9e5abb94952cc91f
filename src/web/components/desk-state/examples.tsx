import type { Example } from '../example.ts'
import { DeskState } from './desk-state.tsx'

export const examples: readonly Example[] = [
  {
    title: 'DeskState',
    view: () => (
      <p className="row">
        {(['draft', 'published', 'paused', 'filled', 'expired', 'withdrawn'] as const).map((state) => (
          <DeskState key={state} state={state} />
        ))}
      </p>
    ),
  },
]
