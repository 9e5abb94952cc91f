import { defineTemplate } from './define-template.ts'
import { enrolmentData, enrolmentExample } from './enrolment-data.ts'
import { inWords } from './introduction-data.ts'

/** To a person with a place: it begins soon. */
export const enrolmentSoon = defineTemplate({
  data: enrolmentData,
  example: enrolmentExample,
  nl: ({ path, organisation, programme, startsOn }) => ({
    subject: `Je opleiding begint op ${inWords(startsOn, 'nl')}`,
    paragraphs: [`Op ${inWords(startsOn, 'nl')} begint ${programme} van ${organisation}. Jij hebt een plaats.`],
    button: { text: 'Bekijk je deelname', path },
    after: ['Kun je toch niet? Zeg het nu. Dan kan iemand anders mee.'],
    why: 'Je krijgt deze mail omdat je meedoet aan een opleiding via Schakel.',
  }),
  en: ({ path, organisation, programme, startsOn }) => ({
    subject: `Your programme starts on ${inWords(startsOn, 'en')}`,
    paragraphs: [`On ${inWords(startsOn, 'en')} ${programme} of ${organisation} starts. You have a place.`],
    button: { text: 'Look at your enrolment', path },
    after: ['Can you not come after all? Say so now. Then somebody else can join.'],
    why: 'You get this mail because you take part in a programme by Schakel.',
  }),
})
