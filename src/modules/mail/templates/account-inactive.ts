import { z } from 'zod'
import { defineTemplate } from './define-template.ts'
import { inWords } from './introduction-data.ts'

/** To somebody who did not sign in for long: the account goes, unless they come back. */
export const accountInactive = defineTemplate({
  data: z.strictObject({ path: z.string().startsWith('/'), erasedOn: z.iso.date() }),
  example: { path: '/nl/account', erasedOn: '2027-03-01' },
  nl: ({ path, erasedOn }) => ({
    subject: 'Wil je je account houden?',
    paragraphs: [
      'Je bent lang niet ingelogd bij Schakel. Wat we niet nodig hebben, bewaren we niet.',
      `Op ${inWords(erasedOn, 'nl')} wissen we je account en alles wat daarbij hoort.`,
      'Wil je het houden? Log dan één keer in. Meer hoef je niet te doen.',
    ],
    button: { text: 'Log in', path },
    after: ['Je kunt je gegevens ook eerst meenemen, als bestand. Dat staat bij Jouw gegevens.'],
    why: 'Je krijgt deze mail omdat je een account hebt bij Schakel.',
  }),
  en: ({ path, erasedOn }) => ({
    subject: 'Would you like to keep your account?',
    paragraphs: [
      'You did not sign in to Schakel for a long time. What we do not need, we do not keep.',
      `On ${inWords(erasedOn, 'en')} we erase your account and everything that belongs to it.`,
      'Would you like to keep it? Sign in once. That is all.',
    ],
    button: { text: 'Sign in', path },
    after: ['You can take your data along first, as a file. You find that at Your data.'],
    why: 'You get this mail because you have an account with Schakel.',
  }),
})
