import { defineTemplate } from './define-template.ts'
import { enrolmentEndData, enrolmentEndExample } from './enrolment-data.ts'
import { inWords, nextInWords } from './introduction-data.ts'

/** To a person: the start passed without a place. Nobody said no. */
export const enrolmentMissed = defineTemplate({
  data: enrolmentEndData,
  example: { ...enrolmentEndExample, reason: 'startPassed' },
  nl: ({ path, organisation, programme, startsOn, next }) => ({
    subject: 'Deze start is voorbij',
    paragraphs: [
      `De start van ${programme} van ${organisation} op ${inWords(startsOn, 'nl')} is voorbij. Er was voor jou nog geen plaats.`,
      'Niemand heeft nee gezegd: je kunt je gewoon aanmelden voor een volgende start.',
      ...nextInWords(next, 'nl'),
    ],
    button: { text: next ? 'Bekijk je volgende stap' : 'Bekijk je aanmelding', path: next?.path ?? path },
    why: 'Je krijgt deze mail omdat je je aanmeldde voor een opleiding bij Schakel.',
  }),
  en: ({ path, organisation, programme, startsOn, next }) => ({
    subject: 'This start has passed',
    paragraphs: [
      `The start of ${programme} of ${organisation} on ${inWords(startsOn, 'en')} has passed. There was no place for you yet.`,
      'Nobody said no: you can apply for a next start as usual.',
      ...nextInWords(next, 'en'),
    ],
    button: { text: next ? 'Look at your next step' : 'Look at your application', path: next?.path ?? path },
    why: 'You get this mail because you applied for a programme in Schakel.',
  }),
})
