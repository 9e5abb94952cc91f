import { z } from 'zod'
import { defineTemplate } from './define-template.ts'

type What = 'changed' | 'gone'

const says: Readonly<Record<'nl' | 'en', Readonly<Record<What, string>>>> = {
  nl: { changed: 'er is iets veranderd', gone: 'deze route kan niet meer' },
  en: { changed: 'something changed', gone: 'this route is not possible any more' },
}

const data = z.strictObject({
  /** Address of the page with their plans. */
  path: z.string().startsWith('/'),
  plans: z
    .array(z.strictObject({ title: z.string().min(1), employer: z.string().min(1), what: z.enum(['changed', 'gone']) }))
    .min(1)
    .max(5),
  /** So many more. */
  more: z.number().int().min(0),
})

/** To a person who keeps plans and asked for this: that some of them are not as they were. What changed stands on the page. */
export const planChanged = defineTemplate<z.infer<typeof data>>({
  data,
  example: {
    path: '/nl/mijn-schakel',
    plans: [
      { title: 'Systeembeheerder', employer: 'Voorbeeld ICT (demo)', what: 'changed' },
      { title: 'Servicedesk medewerker', employer: 'Voorbeeld Zorg (demo)', what: 'gone' },
    ],
    more: 2,
  },
  nl: ({ path, plans, more }) => ({
    subject: 'Er is iets veranderd aan een route die je bewaart',
    paragraphs: [
      ...plans.map(({ title, employer, what }) => `${title} bij ${employer}: ${says.nl[what]}.`),
      ...(more === 0 ? [] : [`En nog ${more} andere.`]),
      'Op je pagina staat wat er veranderde, en wat nu je beste route is.',
    ],
    button: { text: 'Bekijk je routes', path },
    why: 'Je krijgt deze mail omdat je routes bewaart en hierom vroeg, hoogstens eens per week.',
  }),
  en: ({ path, plans, more }) => ({
    subject: 'Something changed in a route that you keep',
    paragraphs: [
      ...plans.map(({ title, employer, what }) => `${title} at ${employer}: ${says.en[what]}.`),
      ...(more === 0 ? [] : [`And ${more} more.`]),
      'Your page says what changed, and what your best route is now.',
    ],
    button: { text: 'Look at your routes', path },
    why: 'You get this mail because you keep routes and asked for it, at most once a week.',
  }),
})
