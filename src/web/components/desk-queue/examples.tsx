import type { Example } from '../example.ts'
import { DeskQueue } from './desk-queue.tsx'

export const examples: readonly Example[] = [
  {
    title: 'DeskQueue',
    view: () => (
      <>
        <h2 className="h3 mb4">Wat wacht op antwoord</h2>
        <DeskQueue
          lines={[
            ...[
              {
                id: '1',
                handle: '4127',
                vacancyTitle: 'Systeembeheerder',
                isNew: true,
                askedOn: '2026-11-17',
                left: 1,
                of: 5,
                href: '#een',
              },
              {
                id: '2',
                handle: '9380',
                vacancyTitle: 'Systeembeheerder',
                isNew: false,
                askedOn: '2026-11-20',
                left: 4,
                of: 5,
                href: '#twee',
              },
            ],
          ]}
        />
      </>
    ),
  },
]
