import { defineTemplate } from './define-template.ts'
import { introductionData, introductionExample } from './introduction-data.ts'

/** To the other side: both said yes to a step. */
export const introductionAgreed = defineTemplate({
  data: introductionData,
  example: introductionExample,
  nl: ({ path, organisation, vacancy, handle }) => ({
    subject: 'Afgesproken: jullie zeiden allebei ja',
    paragraphs: [`In de kennismaking over ${vacancy} (profiel ${handle}, ${organisation}) zeiden jullie allebei ja.`],
    button: { text: 'Bekijk wat is afgesproken', path: path },
    why: 'Je krijgt deze mail omdat je een kennismaking hebt bij Schakel.',
  }),
  en: ({ path, organisation, vacancy, handle }) => ({
    subject: 'Agreed: you both said yes',
    paragraphs: [`In the introduction about ${vacancy} (profile ${handle}, ${organisation}) you both said yes.`],
    button: { text: 'Look at what was agreed', path: path },
    why: 'You get this mail because you have an introduction in Schakel.',
  }),
})
