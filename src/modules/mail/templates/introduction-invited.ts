import { defineTemplate } from './define-template.ts'
import { introductionData, introductionExample } from './introduction-data.ts'

/** To a person: an organisation asks to meet. */
export const introductionInvited = defineTemplate({
  data: introductionData,
  example: introductionExample,
  nl: ({ path, organisation, vacancy }) => ({
    subject: `${organisation} wil met je kennismaken`,
    paragraphs: [
      `${organisation} zag je profiel zonder naam en vraagt een kennismaking.`,
      `Het gaat om de vacature ${vacancy}.`,
      'Jij kiest. Zeg je niets, dan gebeurt er niets. Je naam blijft verborgen tot jij die geeft.',
    ],
    button: { text: 'Bekijk de uitnodiging', path: path },
    why: 'Je krijgt deze mail omdat je ja zei tegen: laat organisaties mij vinden, zonder naam.',
  }),
  en: ({ path, organisation, vacancy }) => ({
    subject: `${organisation} would like to meet you`,
    paragraphs: [
      `${organisation} saw your profile without a name and asks for an introduction.`,
      `It is about the vacancy ${vacancy}.`,
      'You choose. If you say nothing, nothing happens. Your name stays hidden until you give it.',
    ],
    button: { text: 'Look at the invitation', path: path },
    why: 'You get this mail because you said yes to: let organisations find me, without my name.',
  }),
})
