/** Reasons of an end as a message tells them, by the code that the enrolment keeps. The lists stand in `modules/enrolments/reasons.ts`. */
const words = {
  stepNotPassed: { nl: 'Een stap van de toelating is nu niet gehaald.', en: 'A step of the admission was not passed for now.' },
  skillMissing: {
    nl: 'Iets dat je vooraf moet kunnen, mist nog.',
    en: 'Something that you must be able to do before is missing still.',
  },
  term: { nl: 'Een voorwaarde van de opleiding past niet.', en: 'A term of the programme does not fit.' },
  startCancelled: { nl: 'Deze start gaat niet door.', en: 'This start does not go on.' },
  otherProgramme: { nl: 'Een andere opleiding past beter bij je plan.', en: 'Another programme fits your plan better.' },
  someoneElseFirst: { nl: 'Er zijn te weinig plaatsen.', en: 'There are too few places.' },
  foundJob: { nl: 'Er is een baan gevonden.', en: 'A job was found.' },
  tooHeavy: { nl: 'Het is te zwaar.', en: 'It is too heavy.' },
  personal: { nl: 'Het past nu niet in het leven.', en: 'It does not fit in life now.' },
  notComing: { nl: 'Iemand komt niet meer.', en: 'Somebody does not come any more.' },
  ratherNotSay: { nl: 'Dat zeg ik liever niet.', en: 'I would rather not say.' },
  startPassed: { nl: 'De start is voorbij.', en: 'The start has passed.' },
  educatorCloses: { nl: 'De opleider stopt op Schakel.', en: 'The educator leaves Schakel.' },
} as const satisfies Readonly<Record<string, Readonly<Record<'nl' | 'en', string>>>>

export const enrolmentReasonCodes = Object.keys(words) as (keyof typeof words)[]

export const enrolmentReasonInWords = (code: (typeof enrolmentReasonCodes)[number], language: 'nl' | 'en'): string =>
  words[code][language]
