import { defineTemplate } from './define-template.ts'
import { enrolmentData, enrolmentExample, monthInWords } from './enrolment-data.ts'
import { inWords } from './introduction-data.ts'

/** To a person: we have your application. */
export const enrolmentApplied = defineTemplate({
  data: enrolmentData,
  example: enrolmentExample,
  nl: ({ path, organisation, programme, startsOn, wishedMonth }) => ({
    subject: 'Je bent aangemeld voor een opleiding',
    paragraphs: [
      `Je hebt je aangemeld voor ${programme} van ${organisation}.`,
      wishedMonth === undefined
        ? `De eerste dag is ${inWords(startsOn, 'nl')}.`
        : `Je wilt beginnen in ${monthInWords(wishedMonth, 'nl')}. De opleider kiest de dag.`,
      `${organisation} bekijkt je aanmelding. Je leest op je eigen pagina wat de volgende stap is.`,
    ],
    button: { text: 'Bekijk je aanmelding', path },
    after: ['Toch niet? Je kunt op elk moment stoppen. Dat kost niets.'],
    why: 'Je krijgt deze mail omdat je je aanmeldde voor een opleiding bij Schakel.',
  }),
  en: ({ path, organisation, programme, startsOn, wishedMonth }) => ({
    subject: 'You applied for a programme',
    paragraphs: [
      `You applied for ${programme} of ${organisation}.`,
      wishedMonth === undefined
        ? `The first day is ${inWords(startsOn, 'en')}.`
        : `You would like to begin in ${monthInWords(wishedMonth, 'en')}. The educator chooses the day.`,
      `${organisation} looks at your application. You read on your own page what comes next.`,
    ],
    button: { text: 'Look at your application', path },
    after: ['Changed your mind? You can stop at any time. It costs nothing.'],
    why: 'You get this mail because you applied for a programme in Schakel.',
  }),
})
