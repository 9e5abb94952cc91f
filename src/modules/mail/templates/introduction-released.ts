import { defineTemplate } from './define-template.ts'
import { introductionData, introductionExample } from './introduction-data.ts'

/** To an organisation: the person released something. What it is stays on the site. */
export const introductionReleased = defineTemplate({
  data: introductionData,
  example: introductionExample,
  nl: ({ path, organisation, vacancy, handle }) => ({
    subject: `Profiel ${handle} geeft gegevens vrij`,
    paragraphs: [
      `Profiel ${handle} geeft je gegevens, voor de kennismaking over ${vacancy}.`,
      'Je ziet ze op de pagina van de kennismaking, tot de dag die deze persoon koos.',
    ],
    button: { text: 'Bekijk de gegevens', path: path },
    why: `Je krijgt deze mail omdat je collega bent bij ${organisation}.`,
  }),
  en: ({ path, organisation, vacancy, handle }) => ({
    subject: `Profile ${handle} releases details`,
    paragraphs: [
      `Profile ${handle} gives you details, for the introduction about ${vacancy}.`,
      'You see them on the page of the introduction, until the day that this person chose.',
    ],
    button: { text: 'Look at the details', path: path },
    why: `You get this mail because you are a colleague at ${organisation}.`,
  }),
})
