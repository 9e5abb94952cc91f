/** Reasons of a no as a message tells them, by the code that the introduction keeps. The lists stand in `modules/introductions/reasons.ts`. */
const words = {
  tooFar: { nl: 'Het is te ver weg.', en: 'It is too far away.' },
  hours: { nl: 'De uren passen niet.', en: 'The hours do not fit.' },
  wage: { nl: 'Het loon past niet.', en: 'The wage does not fit.' },
  haveSomething: { nl: 'Ik heb al iets.', en: 'I have something already.' },
  otherWork: { nl: 'Ik zoek ander werk.', en: 'I look for other work.' },
  noAnswer: { nl: 'Er kwam te lang geen antwoord.', en: 'No answer came for too long.' },
  ratherNotSay: { nl: 'Dat zeg ik liever niet.', en: 'I would rather not say.' },
  skillMissing: { nl: 'Een skill die nu nodig is, mist nog.', en: 'A skill that is needed now is missing still.' },
  term: { nl: 'Een voorwaarde van de vacature past niet.', en: 'A term of the vacancy does not fit.' },
  someoneElse: { nl: 'We kozen iemand anders.', en: 'We chose somebody else.' },
  vacancyFilled: { nl: 'De baan is al bezet.', en: 'The job is taken already.' },
  vacancyWithdrawn: { nl: 'De vacature gaat niet door.', en: 'The vacancy does not go on.' },
  trainingFirst: { nl: 'Eerst een cursus, daarna graag opnieuw.', en: 'A course first, and gladly again after it.' },
} as const satisfies Readonly<Record<string, Readonly<Record<'nl' | 'en', string>>>>

export const reasonCodes = Object.keys(words) as (keyof typeof words)[]

export const reasonInWords = (code: (typeof reasonCodes)[number], language: 'nl' | 'en'): string => words[code][language]
