import { defineTemplate } from './define-template.ts'
import { placementData, placementExample, whyPlacement } from './placement-data.ts'

/** To every party: all have signed, so it holds. */
export const placementSigned = defineTemplate({
  data: placementData,
  example: placementExample,
  nl: ({ path, programme, school, employer }) => ({
    subject: `Iedereen tekende: leerwerkplek bij ${employer}`,
    paragraphs: [
      `Alle partijen tekenden voor de leerwerkplek bij ${employer}, voor ${programme} van ${school}. Wat er staat, geldt nu.`,
      'Op de pagina staan de tekst, de handtekeningen en de week.',
    ],
    button: { text: 'Bekijk de leerwerkplek', path },
    why: whyPlacement.nl,
  }),
  en: ({ path, programme, school, employer }) => ({
    subject: `Everybody signed: placement at ${employer}`,
    paragraphs: [
      `All parties signed for the placement at ${employer}, for ${programme} of ${school}. What it says holds now.`,
      'The page has the text, the signatures and the week.',
    ],
    button: { text: 'Look at the placement', path },
    why: whyPlacement.en,
  }),
})
