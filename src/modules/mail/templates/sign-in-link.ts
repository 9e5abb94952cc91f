import { z } from 'zod'
import { defineTemplate } from './define-template.ts'

/** The link that somebody asked for to sign in. `path` holds the token; `minutes` is how long it works. */
export const signInLink = defineTemplate({
  data: z.strictObject({ path: z.string().startsWith('/'), minutes: z.number().int().positive() }),
  example: { path: '/nl/inloggen/voorbeeld-van-een-link', minutes: 15 },
  forgetAtOnce: true,
  nl: ({ path, minutes }) => ({
    subject: 'Inloggen bij Schakel',
    paragraphs: ['Klik op de knop om in te loggen.', `De knop werkt één keer, en ${minutes} minuten lang.`],
    button: { text: 'Inloggen', path },
    after: [
      'Open de knop in dezelfde browser waarin je de link vroeg. In een andere browser werkt hij niet.',
      'Heb je dit niet gevraagd? Dan hoef je niets te doen. Niemand kan inloggen zonder deze mail.',
    ],
    why: 'Je krijgt deze mail omdat iemand dit adres invulde om in te loggen.',
  }),
  en: ({ path, minutes }) => ({
    subject: 'Sign in to Schakel',
    paragraphs: ['Press the button to sign in.', `The button works once, for ${minutes} minutes.`],
    button: { text: 'Sign in', path },
    after: [
      'Open it in the browser in which you asked for the link. It does not work in another one.',
      'Did you not ask for this? Then you need to do nothing. Nobody can sign in without this mail.',
    ],
    why: 'You get this mail because somebody filled in this address to sign in.',
  }),
})
