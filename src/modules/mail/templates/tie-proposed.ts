import { z } from 'zod'
import { defineTemplate } from './define-template.ts'

/** A branch or region asks an organisation to be a member of it. `path` is the page on which an owner answers. */
export const tieProposed = defineTemplate({
  data: z.strictObject({ path: z.string().startsWith('/'), parent: z.string().min(1), child: z.string().min(1) }),
  example: { path: '/nl/organisaties/voorbeeld/mensen', parent: 'Branche ICT Samen (demo)', child: 'Voorbeeld ICT (demo)' },
  nl: ({ path, parent, child }) => ({
    subject: `${parent} vraagt ${child} om lid te worden`,
    paragraphs: [
      `${parent} vraagt of ${child} lid wil zijn.`,
      'Zeg je ja, dan staat dat op de pagina van allebei. Stoppen kan altijd.',
    ],
    button: { text: 'Bekijk de vraag', path },
    after: ['Doe je niets, dan gebeurt er niets.'],
    why: `Je krijgt deze mail omdat je eigenaar bent van ${child} in Schakel.`,
  }),
  en: ({ path, parent, child }) => ({
    subject: `${parent} asks ${child} to become a member`,
    paragraphs: [
      `${parent} asks whether ${child} wants to be a member.`,
      'If you say yes, the pages of both say so. You can stop at any time.',
    ],
    button: { text: 'Look at the question', path },
    after: ['If you do nothing, nothing happens.'],
    why: `You get this mail because you are an owner of ${child} in Schakel.`,
  }),
})
