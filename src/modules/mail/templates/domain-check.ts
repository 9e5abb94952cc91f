import { z } from 'zod'
import { defineTemplate } from './define-template.ts'

/** Shows that who keeps an organisation reads mail at its domain. `path` holds the token. */
export const domainCheck = defineTemplate({
  data: z.strictObject({
    path: z.string().startsWith('/'),
    organisation: z.string().min(1),
    domain: z.string().min(1),
    days: z.number().int().positive(),
  }),
  example: {
    path: '/nl/organisaties/domein/voorbeeld',
    organisation: 'Voorbeeld ICT (demo)',
    domain: 'voorbeeld-ict.example',
    days: 2,
  },
  forgetAtOnce: true,
  nl: ({ path, organisation, domain, days }) => ({
    subject: `Hoort ${domain} bij jullie?`,
    paragraphs: [
      `${organisation} zegt in Schakel: ${domain} is van ons.`,
      'Klik op de knop als dat klopt. Dan ziet iedereen dat het domein is gecontroleerd.',
      `De knop werkt ${days} dagen.`,
    ],
    button: { text: 'Ja, dit klopt', path },
    after: ['Klopt het niet? Klik dan niet. Dan verandert er niets.'],
    why: `Je krijgt deze mail omdat ${organisation} een adres bij ${domain} invulde om dit te laten zien.`,
  }),
  en: ({ path, organisation, domain, days }) => ({
    subject: `Is ${domain} yours?`,
    paragraphs: [
      `${organisation} says in Schakel: ${domain} is ours.`,
      'Press the button if that is right. Then everybody sees that the domain was checked.',
      `The button works for ${days} days.`,
    ],
    button: { text: 'Yes, that is right', path },
    after: ['Is it not right? Then do not press it. Nothing will change.'],
    why: `You get this mail because ${organisation} filled in an address at ${domain} to show this.`,
  }),
})
