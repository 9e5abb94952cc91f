import { defineTemplate } from './define-template.ts'
import { introductionData, introductionExample } from './introduction-data.ts'

/** To the other side: there is a message. What it says stays on the site. */
export const introductionMessage = defineTemplate({
  data: introductionData,
  example: introductionExample,
  nl: ({ path, organisation, vacancy, handle }) => ({
    subject: `Een nieuw bericht over ${vacancy}`,
    paragraphs: [
      `Er staat een nieuw bericht in de kennismaking over ${vacancy} (profiel ${handle}, ${organisation}).`,
      'Het bericht staat niet in deze mail. Zo blijft het tussen jullie.',
    ],
    button: { text: 'Lees het bericht', path: path },
    why: 'Je krijgt deze mail omdat je een kennismaking hebt bij Schakel.',
  }),
  en: ({ path, organisation, vacancy, handle }) => ({
    subject: `A new message about ${vacancy}`,
    paragraphs: [
      `There is a new message in the introduction about ${vacancy} (profile ${handle}, ${organisation}).`,
      'The message is not in this mail. So it stays between you.',
    ],
    button: { text: 'Read the message', path: path },
    why: 'You get this mail because you have an introduction in Schakel.',
  }),
})
