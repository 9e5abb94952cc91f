import { cohortData, cohortExample } from './cohort-data.ts'
import { defineTemplate } from './define-template.ts'

/** To a person for whom there is no place yet: what is missing, and no refusal. */
export const cohortPlaceMissing = defineTemplate({
  data: cohortData,
  example: { ...cohortExample, path: '/nl/groep-starten/voorbeeld/jij' },
  nl: ({ path, programme, educator }) => ({
    subject: `Er mist nog een werkplek: ${programme}`,
    paragraphs: [
      `In de groep ${programme} van ${educator} is voor jou nog geen werkplek.`,
      'Dat is geen afwijzing. Je blijft in de groep, en de opleider zoekt verder.',
      'Op je pagina staat welke plek er mist, en wat je nu ook kunt doen.',
    ],
    button: { text: 'Bekijk wat er mist', path },
    why: 'Je krijgt deze mail omdat je meedoet met deze groep.',
  }),
  en: ({ path, programme, educator }) => ({
    subject: `A place is missing: ${programme}`,
    paragraphs: [
      `In the cohort ${programme} of ${educator} there is no place for you yet.`,
      'This is no refusal. You stay in the cohort, and the educator looks further.',
      'Your page says which place is missing, and what else you can do now.',
    ],
    button: { text: 'See what is missing', path },
    why: 'You get this mail because you take part in this cohort.',
  }),
})
