import type { Example } from '../example.ts'
import { EmptyProfile } from './empty-profile.tsx'
import { EmptyState } from './empty-state.tsx'

export const examples: readonly Example[] = [
  { title: 'EmptyProfile', view: () => <EmptyProfile vacancies={1234} /> },
  {
    title: 'EmptyState',
    view: () => (
      <EmptyState
        title="Nog geen route binnen jouw grenzen"
        level="h3"
        actions={
          <a href="#probeer" id="probeer" className="btn btn-2">
            Probeer 4 uur meer
          </a>
        }
      >
        <p>Met 4 uur meer leren per week zijn het er 2. We hebben het nagerekend.</p>
      </EmptyState>
    ),
  },
]
