import { defineTemplate } from './define-template.ts'
import { inWords } from './introduction-data.ts'
import { placementSignData, placementSignExample, whyPlacement } from './placement-data.ts'

/** To who has not signed yet. */
export const placementReminder = defineTemplate({
  data: placementSignData,
  example: placementSignExample,
  nl: ({ path, programme, employer, signBy }) => ({
    subject: `Nog tekenen: leerwerkplek bij ${employer}`,
    paragraphs: [
      `De leerwerkplek bij ${employer} voor ${programme} wacht op jouw handtekening.`,
      `De laatste dag is ${inWords(signBy, 'nl')}. Daarna gaat het voorstel niet door.`,
    ],
    button: { text: 'Lees en teken', path },
    why: whyPlacement.nl,
  }),
  en: ({ path, programme, employer, signBy }) => ({
    subject: `Still to sign: placement at ${employer}`,
    paragraphs: [
      `The placement at ${employer} for ${programme} waits for your signature.`,
      `The last day is ${inWords(signBy, 'en')}. After that the proposal ends.`,
    ],
    button: { text: 'Read and sign', path },
    why: whyPlacement.en,
  }),
})
