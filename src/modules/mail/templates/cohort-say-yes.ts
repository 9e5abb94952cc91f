import { cohortData, cohortExample } from './cohort-data.ts'
import { defineTemplate } from './define-template.ts'
import { inWords } from './introduction-data.ts'

/** To both sides of a pair: the educator settled who goes where, and asks for a yes. */
export const cohortSayYes = defineTemplate({
  data: cohortData,
  example: { ...cohortExample, path: '/nl/groep-starten/voorbeeld/jij' },
  nl: ({ path, programme, educator, startsOn }) => ({
    subject: `Zeg ja of nee: ${programme}`,
    paragraphs: [
      `${educator} stelt voor wie waar gaat werken in de groep ${programme}.`,
      `De groep start op ${inWords(startsOn, 'nl')}. Het gaat door als jullie allebei ja zeggen.`,
    ],
    button: { text: 'Bekijk het voorstel', path },
    after: ['Nee zeggen mag. De opleider zoekt dan verder.'],
    why: 'Je krijgt deze mail omdat je meedoet met deze groep.',
  }),
  en: ({ path, programme, educator, startsOn }) => ({
    subject: `Say yes or no: ${programme}`,
    paragraphs: [
      `${educator} proposes who goes where in the cohort ${programme}.`,
      `It starts on ${inWords(startsOn, 'en')}. It goes ahead once both of you say yes.`,
    ],
    button: { text: 'Look at the proposal', path },
    after: ['You may say no. The educator then looks further.'],
    why: 'You get this mail because you take part in this cohort.',
  }),
})
