import { defineTemplate } from './define-template.ts'
import { introductionData, introductionExample } from './introduction-data.ts'

/** To both: it ended without an answer or another word. */
export const introductionExpired = defineTemplate({
  data: introductionData,
  example: introductionExample,
  nl: ({ path, organisation, vacancy, handle }) => ({
    subject: `De kennismaking over ${vacancy} is voorbij`,
    paragraphs: [
      `De kennismaking over ${vacancy} (profiel ${handle}, ${organisation}) stopt. Er kwam geen antwoord of bericht meer.`,
      'Over enkele weken wissen we wat erin staat.',
    ],
    button: { text: 'Bekijk de kennismaking', path: path },
    why: 'Je krijgt deze mail omdat je een kennismaking hebt bij Schakel.',
  }),
  en: ({ path, organisation, vacancy, handle }) => ({
    subject: `The introduction about ${vacancy} is over`,
    paragraphs: [
      `The introduction about ${vacancy} (profile ${handle}, ${organisation}) ends. No answer or message came any more.`,
      'In a few weeks what stands in it is erased.',
    ],
    button: { text: 'Look at the introduction', path: path },
    why: 'You get this mail because you have an introduction in Schakel.',
  }),
})
