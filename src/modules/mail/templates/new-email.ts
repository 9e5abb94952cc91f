import { z } from 'zod'
import { defineTemplate } from './define-template.ts'

/** Shows that somebody reads mail at the address that their account is to have. `path` holds the token; `minutes` is how long it works. */
export const newEmail = defineTemplate({
  data: z.strictObject({ path: z.string().startsWith('/'), minutes: z.number().int().positive() }),
  example: { path: '/nl/account/adres?link=voorbeeld', minutes: 15 },
  forgetAtOnce: true,
  nl: ({ path, minutes }) => ({
    subject: 'Is dit je nieuwe adres bij Schakel?',
    paragraphs: [
      'Iemand wil dit adres gebruiken voor een account bij Schakel.',
      'Ben jij dat? Klik dan op de knop. Daarna log je in met dit adres.',
      `De knop werkt ${minutes} minuten, in de browser waarin je bent ingelogd.`,
    ],
    button: { text: 'Ja, dit is mijn adres', path },
    after: ['Heb je dit niet gevraagd? Dan hoef je niets te doen. Er verandert niets.'],
    why: 'Je krijgt deze mail omdat iemand dit adres invulde als nieuw adres van een account.',
  }),
  en: ({ path, minutes }) => ({
    subject: 'Is this your new address at Schakel?',
    paragraphs: [
      'Somebody wants to use this address for an account at Schakel.',
      'Is that you? Then press the button. After that you sign in with this address.',
      `The button works for ${minutes} minutes, in the browser in which you are signed in.`,
    ],
    button: { text: 'Yes, this is my address', path },
    after: ['Did you not ask for this? Then you need to do nothing. Nothing will change.'],
    why: 'You get this mail because somebody filled in this address as the new one of an account.',
  }),
})
