import { z } from 'zod'
import { defineTemplate } from './define-template.ts'

/** Somebody is asked to become a colleague in an organisation. `path` holds the token; `roles` are words in the language of the mail. */
export const organisationInvitation = defineTemplate({
  data: z.strictObject({
    path: z.string().startsWith('/'),
    organisation: z.string().min(1),
    /** How the inviter wants to be called; left out where that is not known. */
    invitedBy: z.string().min(1).optional(),
    roles: z.array(z.string().min(1)).min(1),
    days: z.number().int().positive(),
  }),
  example: {
    path: '/nl/organisaties/uitnodiging/voorbeeld',
    organisation: 'Voorbeeld ICT (demo)',
    invitedBy: 'Sam (demo)',
    roles: ['recruiter'],
    days: 14,
  },
  forgetAtOnce: true,
  nl: ({ path, organisation, invitedBy, roles, days }) => ({
    subject: `Uitnodiging van ${organisation}`,
    paragraphs: [
      `${invitedBy ?? organisation} vraagt je om mee te doen in Schakel, voor ${organisation}.`,
      `Je rol wordt: ${roles.join(', ')}.`,
      `De uitnodiging geldt ${days} dagen.`,
    ],
    button: { text: 'Bekijk de uitnodiging', path },
    after: ['Je beslist zelf. Doe je niets, dan gebeurt er niets.'],
    why: `Je krijgt deze mail omdat ${organisation} je adres invulde. We gebruiken het alleen hiervoor.`,
  }),
  en: ({ path, organisation, invitedBy, roles, days }) => ({
    subject: `Invitation from ${organisation}`,
    paragraphs: [
      `${invitedBy ?? organisation} asks you to join Schakel, for ${organisation}.`,
      `Your role will be: ${roles.join(', ')}.`,
      `The invitation is valid for ${days} days.`,
    ],
    button: { text: 'Look at the invitation', path },
    after: ['You decide. If you do nothing, nothing happens.'],
    why: `You get this mail because ${organisation} filled in your address. We use it for this only.`,
  }),
})
