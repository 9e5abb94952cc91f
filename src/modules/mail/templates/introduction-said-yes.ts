import { defineTemplate } from './define-template.ts'
import { introductionData, introductionExample } from './introduction-data.ts'

/** To the other side: a yes to a training or to the job waits for theirs. */
export const introductionSaidYes = defineTemplate({
  data: introductionData,
  example: introductionExample,
  nl: ({ path, organisation, vacancy, handle }) => ({
    subject: 'Een stap verder: zeg jij ook ja?',
    paragraphs: [
      `In de kennismaking over ${vacancy} (profiel ${handle}, ${organisation}) zei de ander ja tegen een volgende stap.`,
      'De stap telt pas als jullie allebei ja zeggen.',
    ],
    button: { text: 'Bekijk de stap', path: path },
    why: 'Je krijgt deze mail omdat je een kennismaking hebt bij Schakel.',
  }),
  en: ({ path, organisation, vacancy, handle }) => ({
    subject: 'One step on: do you say yes too?',
    paragraphs: [
      `In the introduction about ${vacancy} (profile ${handle}, ${organisation}) the other side said yes to a next step.`,
      'The step only counts when you both say yes.',
    ],
    button: { text: 'Look at the step', path: path },
    why: 'You get this mail because you have an introduction in Schakel.',
  }),
})
