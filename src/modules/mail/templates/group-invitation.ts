import { z } from 'zod'
import { defineTemplate } from './define-template.ts'

/**
 * Somebody is asked to take part in a confidential case. Neither the subject nor the text says what it is about, or which employer asks: others may
 * read along in a mailbox. That stands on the page. `path` holds what opens it, the same for everybody.
 */
export const groupInvitation = defineTemplate({
  data: z.strictObject({ path: z.string().startsWith('/'), until: z.iso.date() }),
  example: { path: '/nl/groepen?code=voorbeeld', until: '2027-06-30' },
  forgetAtOnce: true,
  nl: ({ path, until }) => ({
    subject: 'Een uitnodiging voor jou in Schakel',
    paragraphs: [
      'Je bent uitgenodigd om mee te doen in een groep.',
      'Op de pagina lees je wie je uitnodigt en waarom. Daarna beslis je zelf.',
      `De uitnodiging geldt tot en met ${until}.`,
    ],
    button: { text: 'Bekijk de uitnodiging', path },
    after: [
      'Niemand krijgt te horen wat je kiest. Ook niet wie je uitnodigde.',
      'Doe je mee? Gebruik dan een e-mailadres van jezelf, niet dat van je werk.',
      'Doe je niets, dan gebeurt er niets.',
    ],
    why: 'Je krijgt deze mail omdat iemand je adres invulde. We bewaren je adres daarna niet.',
  }),
  en: ({ path, until }) => ({
    subject: 'An invitation for you in Schakel',
    paragraphs: [
      'You are invited to take part in a group.',
      'On the page you read who invites you and why. Then you decide.',
      `The invitation is valid up to ${until}.`,
    ],
    button: { text: 'Look at the invitation', path },
    after: [
      'Nobody is told what you choose. Not even who invited you.',
      'Do you take part? Then use an e-mail address of your own, not that of your work.',
      'If you do nothing, nothing happens.',
    ],
    why: 'You get this mail because somebody filled in your address. We do not keep your address afterwards.',
  }),
})
