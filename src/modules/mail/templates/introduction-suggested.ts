import { defineTemplate } from './define-template.ts'
import { introductionData, introductionExample } from './introduction-data.ts'

/** To a person: an educator or adviser suggests to meet an organisation. */
export const introductionSuggested = defineTemplate({
  data: introductionData,
  example: introductionExample,
  nl: ({ path, organisation, vacancy }) => ({
    subject: `Een tip: kennismaken met ${organisation}`,
    paragraphs: [
      `Je adviseur of opleider denkt dat ${organisation} bij je past.`,
      `Het gaat om de vacature ${vacancy}.`,
      `${organisation} weet nog van niets. Pas als jij ja zegt, gaat je vraag naar hen.`,
    ],
    button: { text: 'Bekijk de tip', path: path },
    why: 'Je krijgt deze mail omdat je een kennismaking hebt bij Schakel.',
  }),
  en: ({ path, organisation, vacancy }) => ({
    subject: `A tip: meet ${organisation}`,
    paragraphs: [
      `Your adviser or educator thinks that ${organisation} suits you.`,
      `It is about the vacancy ${vacancy}.`,
      `${organisation} does not know yet. Only if you say yes your question goes to them.`,
    ],
    button: { text: 'Look at the tip', path: path },
    why: 'You get this mail because you have an introduction in Schakel.',
  }),
})
