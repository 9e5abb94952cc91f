import type { Example } from '../example.ts'
import { Messages } from './messages.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Messages',
    view: () => (
      <Messages
        messages={[
          { id: '1', from: 'me', who: 'Jij', date: '17 november', text: 'Kan ik een keer meekijken?' },
          { id: '2', from: 'system', who: '', date: '18 november', text: 'Keiland ICT (demo) las de vraag.' },
          {
            id: '3',
            from: 'other',
            who: 'Keiland ICT (demo)',
            date: '19 november',
            text: 'Leuk. Heb je ook met Linux gewerkt?',
            why: 'Mag je schrijven, omdat jullie allebei ja zeiden.',
          },
        ]}
      />
    ),
  },
  { title: 'Messages, none', view: () => <Messages messages={[]} /> },
]
