import type { Example } from '../example.ts'
import { IntroductionList } from './introduction-list.tsx'

const other = 'Keiland ICT (demo)'

export const examples: readonly Example[] = [
  {
    title: 'Introductions',
    view: () => (
      <IntroductionList
        lines={[
          {
            id: '1',
            about: `Systeembeheerder bij ${other}`,
            state: 'proposed',
            waits: 'me',
            other,
            dueOn: '2026-12-02',
            changedOn: '2026-11-25',
          },
          { id: '2', about: `Helpdesk bij ${other}`, state: 'talking', other, changedOn: '2026-11-24' },
        ]}
      />
    ),
  },
]
