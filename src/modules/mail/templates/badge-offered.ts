import { z } from 'zod'
import { defineTemplate } from './define-template.ts'

/** A badge waits for whoever has this address, or was made for an account. Nobody else sees it before they say yes. */
export const badgeOffered = defineTemplate({
  data: z.strictObject({ path: z.string().startsWith('/'), organisation: z.string(), title: z.string() }),
  example: { path: '/nl/bewijs/voorbeeld', organisation: 'Leerhuis De Brug (demo)', title: 'Linux beheren' },
  forgetAtOnce: true,
  nl: ({ path, organisation, title }) => ({
    subject: `${organisation} heeft een bewijs voor je`,
    paragraphs: [
      `${organisation} wil je een bewijs geven: ${title}.`,
      'Op de pagina lees je wat er in staat. Je beslist zelf of je het wilt, en wie het mag zien.',
    ],
    button: { text: 'Bekijk het bewijs', path },
    after: ['Je logt in met dit e-mailadres.', 'Wil je het niet? Dan hoef je niets te doen. Niemand ziet het dan.'],
    why: `Je krijgt deze mail omdat ${organisation} je adres invulde.`,
  }),
  en: ({ path, organisation, title }) => ({
    subject: `${organisation} has a badge for you`,
    paragraphs: [
      `${organisation} wants to give you a badge: ${title}.`,
      'On the page you read what it says. You decide whether you want it, and who may see it.',
    ],
    button: { text: 'Look at the badge', path },
    after: ['You sign in with this e-mail address.', 'Do you not want it? Then do nothing. Nobody sees it.'],
    why: `You get this mail because ${organisation} filled in your address.`,
  }),
})
