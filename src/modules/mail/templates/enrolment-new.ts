import { defineTemplate } from './define-template.ts'
import { enrolmentData, enrolmentExample, monthInWords } from './enrolment-data.ts'
import { inWords } from './introduction-data.ts'

/** To who answers at an educator: somebody applied. Who it is stands on the page only. */
export const enrolmentNew = defineTemplate({
  data: enrolmentData,
  example: { ...enrolmentExample, path: '/nl/opleiden/voorbeeld/uitvoering/voorbeeld/2027-02-01' },
  nl: ({ path, organisation, programme, startsOn, wishedMonth }) => ({
    subject: 'Iemand meldt zich aan voor een opleiding',
    paragraphs: [
      `Iemand wil meedoen met ${programme}, ${wishedMonth ? `in ${monthInWords(wishedMonth, 'nl')}` : `vanaf ${inWords(startsOn, 'nl')}`}.`,
      'Die persoon wacht op een volgende stap.',
    ],
    button: { text: 'Bekijk de aanmelding', path },
    why: `Je krijgt deze mail omdat je bij ${organisation} over deelname gaat.`,
  }),
  en: ({ path, organisation, programme, startsOn, wishedMonth }) => ({
    subject: 'Somebody applies for a programme',
    paragraphs: [
      `Somebody wants to take part in ${programme}, ${wishedMonth ? `in ${monthInWords(wishedMonth, 'en')}` : `from ${inWords(startsOn, 'en')}`}.`,
      'They wait for a next step.',
    ],
    button: { text: 'Look at the application', path },
    why: `You get this mail because you look after enrolments at ${organisation}.`,
  }),
})
