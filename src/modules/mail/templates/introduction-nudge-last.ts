import { defineTemplate } from './define-template.ts'
import { introductionData, introductionExample, inWords } from './introduction-data.ts'

/** To an organisation: the last reminder, with what happens without an answer. */
export const introductionNudgeLast = defineTemplate({
  data: introductionData,
  example: introductionExample,
  nl: ({ path, organisation, vacancy, handle, dueOn }) => ({
    subject: `Nog 1 werkdag: profiel ${handle} wacht`,
    paragraphs: [
      `Profiel ${handle} wacht op antwoord over ${vacancy}.`,
      ...(dueOn === undefined ? [] : [`Antwoord uiterlijk op ${inWords(dueOn, 'nl')}. Ook een nee is een antwoord.`]),
      'Komt er geen antwoord? Dan zetten we de vacature stil. Met een antwoord staat hij weer open.',
    ],
    button: { text: 'Antwoord nu', path: path },
    why: `Je krijgt deze mail omdat je collega bent bij ${organisation}.`,
  }),
  en: ({ path, organisation, vacancy, handle, dueOn }) => ({
    subject: `1 working day left: profile ${handle} waits`,
    paragraphs: [
      `Profile ${handle} waits for an answer about ${vacancy}.`,
      ...(dueOn === undefined ? [] : [`Answer by ${inWords(dueOn, 'en')}. A no is an answer too.`]),
      'No answer? Then the vacancy stands still. With an answer it is open again.',
    ],
    button: { text: 'Answer now', path: path },
    why: `You get this mail because you are a colleague at ${organisation}.`,
  }),
})
