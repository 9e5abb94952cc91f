import { defineTemplate } from './define-template.ts'
import { inWords } from './introduction-data.ts'
import { placementSignData, placementSignExample, whyPlacement } from './placement-data.ts'

/** To every party: an agreement or addendum is there to read and sign. */
export const placementToSign = defineTemplate({
  data: placementSignData,
  example: placementSignExample,
  nl: ({ path, programme, school, employer, signBy }) => ({
    subject: `Lees en teken: leerwerkplek bij ${employer}`,
    paragraphs: [
      `Er ligt een tekst klaar over de leerwerkplek bij ${employer}, voor ${programme} van ${school}.`,
      `Lees de tekst en teken uiterlijk op ${inWords(signBy, 'nl')}. Het geldt pas als iedereen tekent.`,
    ],
    button: { text: 'Lees en teken', path },
    after: ['Klopt er iets niet? Teken dan niet, en bel de school.'],
    why: whyPlacement.nl,
  }),
  en: ({ path, programme, school, employer, signBy }) => ({
    subject: `Read and sign: placement at ${employer}`,
    paragraphs: [
      `A text is ready about the placement at ${employer}, for ${programme} of ${school}.`,
      `Read the text and sign by ${inWords(signBy, 'en')}. It only holds once everybody has signed.`,
    ],
    button: { text: 'Read and sign', path },
    after: ['Is something wrong? Then do not sign, and call the school.'],
    why: whyPlacement.en,
  }),
})
