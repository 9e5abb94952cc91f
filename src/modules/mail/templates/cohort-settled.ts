import { cohortData, cohortExample } from './cohort-data.ts'
import { defineTemplate } from './define-template.ts'
import { inWords } from './introduction-data.ts'

/** To an educator: both sides of a pair said yes. */
export const cohortSettled = defineTemplate({
  data: cohortData,
  example: cohortExample,
  nl: ({ path, programme, startsOn }) => ({
    subject: `Twee keer ja: ${programme}`,
    paragraphs: [
      `In de groep ${programme}, die start op ${inWords(startsOn, 'nl')}, zeiden een mens en een werkgever allebei ja.`,
      'Op de pagina van de groep zie je wie het zijn, en of de leerwerkplek al is gemaakt.',
    ],
    button: { text: 'Bekijk de groep', path },
    why: 'Je krijgt deze mail omdat jij in Schakel voor deze opleider werkt.',
  }),
  en: ({ path, programme, startsOn }) => ({
    subject: `Twice yes: ${programme}`,
    paragraphs: [
      `In the cohort ${programme}, which starts on ${inWords(startsOn, 'en')}, a person and an employer both said yes.`,
      'The page of the cohort shows who they are, and whether the placement was made.',
    ],
    button: { text: 'Look at the cohort', path },
    why: 'You get this mail because you act for this educator in Schakel.',
  }),
})
