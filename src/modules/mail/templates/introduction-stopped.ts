import { defineTemplate } from './define-template.ts'
import { introductionEndData, introductionEndExample } from './introduction-data.ts'
import { reasonInWords } from './introduction-reasons.ts'

/** To an organisation: the person stopped. */
export const introductionStopped = defineTemplate({
  data: introductionEndData,
  example: introductionEndExample,
  nl: ({ path, organisation, vacancy, handle, reason, text }) => ({
    subject: `Profiel ${handle} stopt met de kennismaking`,
    paragraphs: [
      `Profiel ${handle} stopt met de kennismaking over ${vacancy}.`,
      ...(reason === undefined ? [] : [`De reden: ${reasonInWords(reason, 'nl')}`]),
      ...(text === undefined ? [] : [`Deze persoon schrijft: ${text}`]),
    ],
    button: { text: 'Bekijk de kennismaking', path: path },
    why: `Je krijgt deze mail omdat je collega bent bij ${organisation}.`,
  }),
  en: ({ path, organisation, vacancy, handle, reason, text }) => ({
    subject: `Profile ${handle} stops the introduction`,
    paragraphs: [
      `Profile ${handle} stops the introduction about ${vacancy}.`,
      ...(reason === undefined ? [] : [`The reason: ${reasonInWords(reason, 'en')}`]),
      ...(text === undefined ? [] : [`This person writes: ${text}`]),
    ],
    button: { text: 'Look at the introduction', path: path },
    why: `You get this mail because you are a colleague at ${organisation}.`,
  }),
})
