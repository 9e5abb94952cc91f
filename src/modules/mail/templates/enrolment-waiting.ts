import { defineTemplate } from './define-template.ts'
import { enrolmentData, enrolmentExample } from './enrolment-data.ts'
import { inWords } from './introduction-data.ts'

/** To a person: admitted, and it is full. */
export const enrolmentWaiting = defineTemplate({
  data: enrolmentData,
  example: enrolmentExample,
  nl: ({ path, organisation, programme, startsOn }) => ({
    subject: 'Je staat op de wachtlijst',
    paragraphs: [
      `Je mag meedoen met ${programme} van ${organisation}. Alleen is de start van ${inWords(startsOn, 'nl')} nu vol.`,
      'Komt er een plaats vrij? Dan gaat die naar wie het langst wacht, en krijg je een mail.',
    ],
    button: { text: 'Bekijk hoeveel mensen voor je zijn', path },
    after: ['Wil je niet wachten? Kies een andere start, of stop. Dat kost niets.'],
    why: 'Je krijgt deze mail omdat je je aanmeldde voor een opleiding bij Schakel.',
  }),
  en: ({ path, organisation, programme, startsOn }) => ({
    subject: 'You are on the waiting list',
    paragraphs: [
      `You may take part in ${programme} of ${organisation}. But the start of ${inWords(startsOn, 'en')} is full now.`,
      'Does a place come free? It goes to who waits longest, and you get a mail.',
    ],
    button: { text: 'See how many people are before you', path },
    after: ['Rather not wait? Choose another start, or stop. It costs nothing.'],
    why: 'You get this mail because you applied for a programme in Schakel.',
  }),
})
