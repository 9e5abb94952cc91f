import { defineTemplate } from './define-template.ts'
import { introductionData, introductionExample } from './introduction-data.ts'

/** To an organisation: its vacancy stands still. */
export const introductionVacancyPaused = defineTemplate({
  data: introductionData,
  example: introductionExample,
  nl: ({ path, organisation, vacancy, handle }) => ({
    subject: `Je vacature staat stil: ${vacancy}`,
    paragraphs: [
      `Profiel ${handle} wachtte te lang op antwoord. Daarom staat de vacature ${vacancy} nu stil.`,
      'Mensen zien hem niet in de lijst. Antwoord je, dan staat hij weer open.',
    ],
    button: { text: 'Antwoord nu', path: path },
    why: `Je krijgt deze mail omdat je collega bent bij ${organisation}.`,
  }),
  en: ({ path, organisation, vacancy, handle }) => ({
    subject: `Your vacancy stands still: ${vacancy}`,
    paragraphs: [
      `Profile ${handle} waited too long for an answer. So the vacancy ${vacancy} stands still now.`,
      'People do not see it in the list. When you answer it is open again.',
    ],
    button: { text: 'Answer now', path: path },
    why: `You get this mail because you are a colleague at ${organisation}.`,
  }),
})
