import { z } from 'zod'
import { defineTemplate } from './define-template.ts'

/** To a person who began in a job and agreed to be asked: how it goes. Each answer is one button on the page, without signing in. */
export const followUp = defineTemplate({
  data: z.strictObject({
    path: z.string().startsWith('/'),
    organisation: z.string().min(1),
    /** After so many months; 0 is the first day. */
    month: z.union([z.literal(0), z.literal(1), z.literal(3), z.literal(6), z.literal(12)]),
  }),
  example: { path: '/nl/hoe-gaat-het?t=voorbeeld', organisation: 'Voorbeeld ICT (demo)', month: 3 },
  nl: ({ path, organisation, month }) => ({
    subject: month === 0 ? `Je begint bij ${organisation}` : `Hoe gaat het bij ${organisation}?`,
    paragraphs: [
      month === 0
        ? `Je begint bij ${organisation}. Wil je 3 korte vragen beantwoorden?`
        : `Je begon ${month} ${month === 1 ? 'maand' : 'maanden'} geleden bij ${organisation}. Wil je 3 korte vragen beantwoorden?`,
      'Elk antwoord is één klik. Je hoeft niet in te loggen.',
    ],
    button: { text: 'Vertel hoe het gaat', path },
    after: ['Geen zin? Doe niets. Dat heeft geen gevolgen. De organisatie ziet je antwoorden niet.'],
    why: 'Je krijgt deze mail omdat je zei dat we dit mogen vragen. Je kunt dat intrekken bij Jouw gegevens.',
  }),
  en: ({ path, organisation, month }) => ({
    subject: month === 0 ? `You start at ${organisation}` : `How is it going at ${organisation}?`,
    paragraphs: [
      month === 0
        ? `You start at ${organisation}. Would you answer 3 short questions?`
        : `You started at ${organisation} ${month} ${month === 1 ? 'month' : 'months'} ago. Would you answer 3 short questions?`,
      'Each answer is one click. You need not sign in.',
    ],
    button: { text: 'Say how it is going', path },
    after: ['Rather not? Do nothing. That has no consequences. The organisation does not see your answers.'],
    why: 'You get this mail because you said that we may ask this. You can take that back at Your data.',
  }),
})
