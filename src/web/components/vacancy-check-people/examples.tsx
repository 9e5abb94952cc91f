import type { Example } from '../example.ts'
import { CheckPeople } from './check-people.tsx'
import { sampleCheck } from './sample-check.ts'

const { counts: _counts, ...uncounted } = sampleCheck

export const examples: readonly Example[] = [
  {
    title: 'CheckPeople',
    view: () => (
      <div className="pool card card-ink">
        <CheckPeople view={sampleCheck} />
      </div>
    ),
  },
  { title: 'CheckPeople: te vaak gevraagd', view: () => <CheckPeople view={{ ...uncounted, asksTooOften: true }} /> },
]
