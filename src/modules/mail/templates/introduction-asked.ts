import { defineTemplate } from './define-template.ts'
import { introductionData, introductionExample, inWords } from './introduction-data.ts'

/** To an organisation: somebody asks to meet. */
export const introductionAsked = defineTemplate({
  data: introductionData,
  example: introductionExample,
  nl: ({ path, organisation, vacancy, handle, dueOn }) => ({
    subject: `Profiel ${handle} wil kennismaken: ${vacancy}`,
    paragraphs: [
      `Profiel ${handle} vraagt een kennismaking voor de vacature ${vacancy}.`,
      'Je ziet wat deze persoon kan. Je ziet nog geen naam.',
      ...(dueOn === undefined ? [] : [`Antwoord uiterlijk op ${inWords(dueOn, 'nl')}. Ook een nee is een antwoord.`]),
    ],
    button: { text: 'Bekijk de vraag', path: path },
    after: ['Antwoord je niet? Dan zetten we de vacature stil, tot je antwoordt.'],
    why: `Je krijgt deze mail omdat je collega bent bij ${organisation}.`,
  }),
  en: ({ path, organisation, vacancy, handle, dueOn }) => ({
    subject: `Profile ${handle} would like to meet: ${vacancy}`,
    paragraphs: [
      `Profile ${handle} asks for an introduction about the vacancy ${vacancy}.`,
      'You see what this person can do. You do not see a name yet.',
      ...(dueOn === undefined ? [] : [`Answer by ${inWords(dueOn, 'en')}. A no is an answer too.`]),
    ],
    button: { text: 'Look at the question', path: path },
    after: ['No answer? Then the vacancy stands still until you do.'],
    why: `You get this mail because you are a colleague at ${organisation}.`,
  }),
})
