import type { Both } from './both.ts'

const nl = {
  title: 'Meldingen',
  description: 'Wat mensen en organisaties over elkaar melden.',
  lead: 'Lees eerst wat er gemeld is. Schrijf op wat je deed. De melder blijft onbekend voor de ander.',
  open: 'Wacht op jou',
  none: 'Er wachten geen meldingen.',
  settled: 'Afgehandeld',
  by: { person: 'Gemeld door de persoon', organisation: 'Gemeld door de organisatie' },
  about: (organisation: string, date: string) => `${organisation}, ${date}`,
  words: 'Het bericht:',
  text: 'De melder schrijft:',
  whole: 'Over de kennismaking als geheel, niet over één bericht.',
  outcome: 'Wat heb je gedaan?',
  outcomeHint: 'Bijvoorbeeld: gebeld met de organisatie. Geen namen van mensen.',
  settle: 'Afgehandeld',
  done: 'Opgeschreven.',
  wrong: 'Schrijf op wat je deed.',
  result: (outcome: string) => `Gedaan: ${outcome}`,
}

const en: typeof nl = {
  title: 'Reports',
  description: 'What people and organisations report about each other.',
  lead: 'First read what was reported. Write down what you did. Who reported stays unknown to the other side.',
  open: 'Waits for you',
  none: 'No reports wait.',
  settled: 'Settled',
  by: { person: 'Reported by the person', organisation: 'Reported by the organisation' },
  about: (organisation, date) => `${organisation}, ${date}`,
  words: 'The message:',
  text: 'Who reported writes:',
  whole: 'About the introduction as a whole, not about one message.',
  outcome: 'What did you do?',
  outcomeHint: 'For example: called the organisation. No names of people.',
  settle: 'Settled',
  done: 'Written down.',
  wrong: 'Write down what you did.',
  result: (outcome) => `Done: ${outcome}`,
}

export const reportsWords: Both<typeof nl> = { nl, en }
