import { z } from 'zod'
import { defineTemplate } from './define-template.ts'

const data = z.strictObject({
  /** Address of the page with their plans. */
  path: z.string().startsWith('/'),
  vacancies: z
    .array(z.strictObject({ title: z.string().min(1), employer: z.string().min(1) }))
    .min(1)
    .max(5),
  /** So many more. */
  more: z.number().int().min(0),
})

/** To a person who keeps plans and asked for this: new vacancies that the training of such a plan leads to as well. */
export const vacancyAlert = defineTemplate<z.infer<typeof data>>({
  data,
  example: {
    path: '/nl/mijn-schakel',
    vacancies: [
      { title: 'Systeembeheerder', employer: 'Voorbeeld ICT (demo)' },
      { title: 'Netwerkbeheerder', employer: 'Voorbeeld Zorg (demo)' },
    ],
    more: 1,
  },
  nl: ({ path, vacancies, more }) => ({
    subject: 'Nieuwe vacatures bij de routes die je bewaart',
    paragraphs: [
      'Met een route die je bewaart, kun je ook hier aan het werk:',
      ...vacancies.map(({ title, employer }) => `${title} bij ${employer}.`),
      ...(more === 0 ? [] : [`En nog ${more} andere.`]),
      'Op je pagina zie je de hele route.',
    ],
    button: { text: 'Bekijk de vacatures', path },
    why: 'Je krijgt deze mail omdat je hierom vroeg, hoogstens eens per week.',
  }),
  en: ({ path, vacancies, more }) => ({
    subject: 'New vacancies for the routes that you keep',
    paragraphs: [
      'A route that you keep leads to these jobs too:',
      ...vacancies.map(({ title, employer }) => `${title} at ${employer}.`),
      ...(more === 0 ? [] : [`And ${more} more.`]),
      'Your page shows the whole route.',
    ],
    button: { text: 'Look at the vacancies', path },
    why: 'You get this mail because you asked for it, at most once a week.',
  }),
})
