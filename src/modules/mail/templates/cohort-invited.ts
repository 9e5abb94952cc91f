import { cohortData, cohortExample } from './cohort-data.ts'
import { defineTemplate } from './define-template.ts'
import { inWords } from './introduction-data.ts'

/** To an employer: an educator asks for places in a cohort. */
export const cohortInvited = defineTemplate({
  data: cohortData,
  example: cohortExample,
  nl: ({ path, programme, educator, startsOn, settleBy }) => ({
    subject: `Werkplekken gezocht: ${programme}`,
    paragraphs: [
      `${educator} start op ${inWords(startsOn, 'nl')} een groep: ${programme}.`,
      'De mensen in die groep leren en werken tegelijk. Zij zoeken een werkplek.',
      `Zeg hoeveel plekken je hebt, en voor hoeveel uur. Uiterlijk ${inWords(settleBy, 'nl')} weet iedereen het.`,
    ],
    button: { text: 'Bekijk de groep', path },
    after: ['Wil je niet meedoen? Dat kun je op dezelfde pagina zeggen.'],
    why: 'Je krijgt deze mail omdat jij in Schakel voor deze organisatie werkt.',
  }),
  en: ({ path, programme, educator, startsOn, settleBy }) => ({
    subject: `Places wanted: ${programme}`,
    paragraphs: [
      `${educator} starts a cohort on ${inWords(startsOn, 'en')}: ${programme}.`,
      'The people in it learn and work at the same time. They are looking for a place.',
      `Say how many places you have, and for how many hours. Everybody knows by ${inWords(settleBy, 'en')}.`,
    ],
    button: { text: 'Look at the cohort', path },
    after: ['Rather not? You can say so on the same page.'],
    why: 'You get this mail because you act for this organisation in Schakel.',
  }),
})
