import { cohortData, cohortExample } from './cohort-data.ts'
import { defineTemplate } from './define-template.ts'
import { inWords } from './introduction-data.ts'

/** To a person who joined a cohort. */
export const cohortJoined = defineTemplate({
  data: cohortData,
  example: { ...cohortExample, path: '/nl/groep-starten/voorbeeld/jij' },
  nl: ({ path, programme, educator, startsOn, settleBy }) => ({
    subject: `Je doet mee: ${programme}`,
    paragraphs: [
      `Je doet mee met de groep van ${educator} die start op ${inWords(startsOn, 'nl')}.`,
      'Eerst ontmoet je werkgevers. Daarna zeg je welke werkplek je het liefst wilt.',
      `Uiterlijk ${inWords(settleBy, 'nl')} weet iedereen wie waarheen gaat.`,
    ],
    button: { text: 'Bekijk jouw pagina', path },
    after: ['Daar zie je ook wat werkgevers van je zien, en kun je stoppen.'],
    why: 'Je krijgt deze mail omdat je zelf zei dat je meedoet.',
  }),
  en: ({ path, programme, educator, startsOn, settleBy }) => ({
    subject: `You take part: ${programme}`,
    paragraphs: [
      `You take part in the cohort of ${educator} that starts on ${inWords(startsOn, 'en')}.`,
      'First you meet employers. Then you say which place you would rather have.',
      `By ${inWords(settleBy, 'en')} everybody knows who goes where.`,
    ],
    button: { text: 'Look at your page', path },
    after: ['There you also see what employers see of you, and you can leave.'],
    why: 'You get this mail because you said that you take part.',
  }),
})
