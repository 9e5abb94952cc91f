import { defineTemplate } from './define-template.ts'
import { enrolmentData, enrolmentExample } from './enrolment-data.ts'
import { inWords } from './introduction-data.ts'

/** To who answers at an educator: somebody with a place stops before the start. Who it is stands on the page only. */
export const enrolmentWithdrawn = defineTemplate({
  data: enrolmentData,
  example: { ...enrolmentExample, path: '/nl/opleiden/voorbeeld/uitvoering/voorbeeld/2027-02-01' },
  nl: ({ path, organisation, programme, startsOn }) => ({
    subject: 'Iemand met een plaats stopt',
    paragraphs: [
      `Iemand met een plaats doet niet mee met ${programme} vanaf ${inWords(startsOn, 'nl')}.`,
      'Wacht er iemand? Die krijgt de plaats aangeboden.',
    ],
    button: { text: 'Bekijk de plaatsen', path },
    why: `Je krijgt deze mail omdat je bij ${organisation} over deelname gaat.`,
  }),
  en: ({ path, organisation, programme, startsOn }) => ({
    subject: 'Somebody with a place stops',
    paragraphs: [
      `Somebody with a place does not take part in ${programme} from ${inWords(startsOn, 'en')}.`,
      'Does somebody wait? The place is offered to them.',
    ],
    button: { text: 'Look at the places', path },
    why: `You get this mail because you look after enrolments at ${organisation}.`,
  }),
})
