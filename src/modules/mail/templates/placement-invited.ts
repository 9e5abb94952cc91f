import { z } from 'zod'
import { defineTemplate } from './define-template.ts'

/** A school would like to make a placement with whoever has this address: they enrol first, or do nothing. */
export const placementInvited = defineTemplate({
  data: z.strictObject({ path: z.string().startsWith('/'), organisation: z.string(), programme: z.string() }),
  example: {
    path: '/nl/deelname/aanmelden?offering=voorbeeld&start=2027-02-01',
    organisation: 'Leerhuis De Brug (demo)',
    programme: 'Systeembeheer',
  },
  forgetAtOnce: true,
  nl: ({ path, organisation, programme }) => ({
    subject: `${organisation} wil een leerwerkplek met je afspreken`,
    paragraphs: [
      `${organisation} wil met jou en een werkgever een leerwerkplek afspreken, bij de opleiding ${programme}.`,
      'Dat kan als je je aanmeldt. Jij beslist wat de school van je ziet. Afgesproken is er dan nog niets.',
    ],
    button: { text: 'Lees het en meld je aan', path },
    after: ['Wil je het niet? Dan hoef je niets te doen.'],
    why: `Je krijgt deze mail omdat ${organisation} je adres invulde.`,
  }),
  en: ({ path, organisation, programme }) => ({
    subject: `${organisation} would like to agree a placement with you`,
    paragraphs: [
      `${organisation} would like to agree a placement with you and an employer, with the programme ${programme}.`,
      'That is possible once you apply. You decide what the school sees of you. Nothing is agreed by it yet.',
    ],
    button: { text: 'Read it and apply', path },
    after: ['Do you not want it? Then do nothing.'],
    why: `You get this mail because ${organisation} filled in your address.`,
  }),
})
