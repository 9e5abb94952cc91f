import type { Example } from '../example.ts'
import { NearPagesList } from './near-pages.tsx'

export const examples: readonly Example[] = [
  {
    title: 'NearPagesList',
    view: () => (
      <NearPagesList
        near={{
          pages: [{ page: 'vacancies', language: 'nl' }],
          text: 'beheerder',
          occupations: [{ title: 'Systeembeheerder', href: '#lost-occupation' }],
          programmes: [{ title: 'Functioneel beheer', href: '#lost-programme' }],
          vacancies: { count: 30, href: '#lost-vacancies' },
        }}
      />
    ),
  },
]
