import type { Example } from '../example.ts'
import { Contact } from './contact.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Contact',
    view: () => (
      <>
        <Contact email="help@example.nl" />
        <Contact />
        <Contact isQuestion />
      </>
    ),
  },
]
