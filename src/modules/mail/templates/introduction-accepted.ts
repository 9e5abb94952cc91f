import { defineTemplate } from './define-template.ts'
import { introductionData, introductionExample } from './introduction-data.ts'

/** To who asked: the other side said yes. */
export const introductionAccepted = defineTemplate({
  data: introductionData,
  example: introductionExample,
  nl: ({ path, organisation, vacancy, handle }) => ({
    subject: 'Ja: de kennismaking gaat door',
    paragraphs: [
      `De ander zei ja tegen de kennismaking over ${vacancy} (profiel ${handle}, ${organisation}).`,
      'Jullie kunnen elkaar nu schrijven.',
    ],
    button: { text: 'Bekijk de kennismaking', path: path },
    why: 'Je krijgt deze mail omdat je een kennismaking hebt bij Schakel.',
  }),
  en: ({ path, organisation, vacancy, handle }) => ({
    subject: 'Yes: the introduction goes on',
    paragraphs: [
      `The other side said yes to the introduction about ${vacancy} (profile ${handle}, ${organisation}).`,
      'You can write to each other now.',
    ],
    button: { text: 'Look at the introduction', path: path },
    why: 'You get this mail because you have an introduction in Schakel.',
  }),
})
