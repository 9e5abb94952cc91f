import { defineTemplate } from './define-template.ts'
import { introductionEndData, introductionEndExample, nextInWords } from './introduction-data.ts'
import { reasonInWords } from './introduction-reasons.ts'

/** To a person: a no with its reason, and the next best plan. */
export const introductionDeclined = defineTemplate({
  data: introductionEndData,
  example: introductionEndExample,
  nl: ({ path, organisation, vacancy, reason, text, next }) => ({
    subject: `Antwoord van ${organisation}: nu een nee`,
    paragraphs: [
      `${organisation} zegt nee tegen de kennismaking over ${vacancy}.`,
      ...(reason === undefined ? [] : [`De reden: ${reasonInWords(reason, 'nl')}`]),
      ...(text === undefined ? [] : [`Ze schrijven: ${text}`]),
      ...nextInWords(next, 'nl'),
    ],
    button: { text: 'Bekijk je volgende stap', path: next?.path ?? path },
    after: ['Klopt de reden niet? Zeg het op de pagina van de kennismaking.'],
    why: 'Je krijgt deze mail omdat je een kennismaking hebt bij Schakel.',
  }),
  en: ({ path, organisation, vacancy, reason, text, next }) => ({
    subject: `Answer of ${organisation}: a no for now`,
    paragraphs: [
      `${organisation} says no to the introduction about ${vacancy}.`,
      ...(reason === undefined ? [] : [`The reason: ${reasonInWords(reason, 'en')}`]),
      ...(text === undefined ? [] : [`They write: ${text}`]),
      ...nextInWords(next, 'en'),
    ],
    button: { text: 'Look at your next step', path: next?.path ?? path },
    after: ['Is the reason not right? Say so on the page of the introduction.'],
    why: 'You get this mail because you have an introduction in Schakel.',
  }),
})
