import { defineTemplate } from './define-template.ts'
import { enrolmentEndData, enrolmentEndExample } from './enrolment-data.ts'
import { enrolmentReasonInWords } from './enrolment-reasons.ts'
import { nextInWords } from './introduction-data.ts'

/** To a person: a no with its reason, and the next best plan. */
export const enrolmentDeclined = defineTemplate({
  data: enrolmentEndData,
  example: enrolmentEndExample,
  nl: ({ path, organisation, programme, reason, text, next }) => ({
    subject: 'Antwoord op je aanmelding: nu een nee',
    paragraphs: [
      `${organisation} zegt nee tegen je deelname aan ${programme}.`,
      ...(reason === undefined ? [] : [`De reden: ${enrolmentReasonInWords(reason, 'nl')}`]),
      ...(text === undefined ? [] : [`Ze schrijven: ${text}`]),
      ...nextInWords(next, 'nl'),
    ],
    button: { text: next ? 'Bekijk je volgende stap' : 'Bekijk je aanmelding', path: next?.path ?? path },
    after: [`Klopt de reden niet? Vraag ${organisation} om uitleg.`],
    why: 'Je krijgt deze mail omdat je je aanmeldde voor een opleiding bij Schakel.',
  }),
  en: ({ path, organisation, programme, reason, text, next }) => ({
    subject: 'Answer to your application: a no for now',
    paragraphs: [
      `${organisation} says no to your taking part in ${programme}.`,
      ...(reason === undefined ? [] : [`The reason: ${enrolmentReasonInWords(reason, 'en')}`]),
      ...(text === undefined ? [] : [`They write: ${text}`]),
      ...nextInWords(next, 'en'),
    ],
    button: { text: next ? 'Look at your next step' : 'Look at your application', path: next?.path ?? path },
    after: [`Is the reason not right? Ask ${organisation} to explain.`],
    why: 'You get this mail because you applied for a programme in Schakel.',
  }),
})
