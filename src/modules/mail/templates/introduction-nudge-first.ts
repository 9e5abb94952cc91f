import { defineTemplate } from './define-template.ts'
import { introductionData, introductionExample, inWords } from './introduction-data.ts'

/** To an organisation: a first reminder. */
export const introductionNudgeFirst = defineTemplate({
  data: introductionData,
  example: introductionExample,
  nl: ({ path, organisation, vacancy, handle, dueOn }) => ({
    subject: `Profiel ${handle} wacht op je antwoord`,
    paragraphs: [
      `Profiel ${handle} wacht op antwoord over ${vacancy}.`,
      ...(dueOn === undefined ? [] : [`Antwoord uiterlijk op ${inWords(dueOn, 'nl')}. Ook een nee is een antwoord.`]),
    ],
    button: { text: 'Antwoord nu', path: path },
    why: `Je krijgt deze mail omdat je collega bent bij ${organisation}.`,
  }),
  en: ({ path, organisation, vacancy, handle, dueOn }) => ({
    subject: `Profile ${handle} waits for your answer`,
    paragraphs: [
      `Profile ${handle} waits for an answer about ${vacancy}.`,
      ...(dueOn === undefined ? [] : [`Answer by ${inWords(dueOn, 'en')}. A no is an answer too.`]),
    ],
    button: { text: 'Answer now', path: path },
    why: `You get this mail because you are a colleague at ${organisation}.`,
  }),
})
