import { defineTemplate } from './define-template.ts'
import { introductionEndData, introductionEndExample, nextInWords } from './introduction-data.ts'

/** To a person: no answer came in time. Not their fault, and what to do now. */
export const introductionOverdue = defineTemplate({
  data: introductionEndData,
  example: introductionEndExample,
  nl: ({ path, organisation, vacancy, next }) => ({
    subject: `${organisation} antwoordde niet op tijd`,
    paragraphs: [
      `${organisation} gaf geen antwoord over ${vacancy}. Dat ligt niet aan jou.`,
      'De vacature staat nu stil, tot ze antwoorden. Komt er nog een antwoord, dan hoor je het.',
      ...nextInWords(next, 'nl'),
    ],
    button: { text: 'Bekijk je volgende stap', path: next?.path ?? path },
    why: 'Je krijgt deze mail omdat je een kennismaking hebt bij Schakel.',
  }),
  en: ({ path, organisation, vacancy, next }) => ({
    subject: `${organisation} did not answer in time`,
    paragraphs: [
      `${organisation} gave no answer about ${vacancy}. That is not because of you.`,
      'The vacancy stands still until they answer. If an answer still comes, you will hear it.',
      ...nextInWords(next, 'en'),
    ],
    button: { text: 'Look at your next step', path: next?.path ?? path },
    why: 'You get this mail because you have an introduction in Schakel.',
  }),
})
