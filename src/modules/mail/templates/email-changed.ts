import { z } from 'zod'
import { defineTemplate } from './define-template.ts'

/** To the address that an account had: it has another one now. `to` is the new one, mostly hidden. */
export const emailChanged = defineTemplate({
  data: z.strictObject({ to: z.string().min(3) }),
  example: { to: 'j…@voorbeeld.example' },
  nl: ({ to }) => ({
    subject: 'Je adres bij Schakel is veranderd',
    paragraphs: [
      `Je account bij Schakel hoort nu bij ${to}.`,
      'Met dit adres log je niet meer in. Wat je bewaarde, blijft in je account. Waar je was ingelogd, blijf je ingelogd.',
    ],
    after: [
      'Was jij dit niet? Dan kan iemand anders bij je account. Schrijf meteen aan wie deze site beheert: het adres staat onderaan elke pagina.',
    ],
    why: 'Je krijgt deze mail omdat dit tot nu toe het adres van je account was.',
  }),
  en: ({ to }) => ({
    subject: 'Your address at Schakel has changed',
    paragraphs: [
      `Your account at Schakel belongs to ${to} now.`,
      'You do not sign in with this address any more. What you kept stays in your account. Where you were signed in, you stay signed in.',
    ],
    after: [
      'Was this not you? Then somebody else can reach your account. Write at once to whoever keeps this site: the address is at the bottom of every page.',
    ],
    why: 'You get this mail because this was the address of your account until now.',
  }),
})
