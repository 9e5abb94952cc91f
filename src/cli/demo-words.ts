import type { DemoSize, DemoStep } from '../modules/demo/index.ts'
import type { Language } from '../modules/skills/index.ts'

/** All that commands say about the demo world. Both languages, or it does not compile. */
export interface DemoWords {
  readonly steps: Readonly<Record<DemoStep, string>>
  readonly loaded: (made: DemoSize) => string
  readonly unchanged: string
  /** The process that loaded one before this was killed. */
  readonly cutOff: string
  readonly gone: string
}

const nl: DemoWords = {
  steps: {
    'inventing the demo world': 'de demo verzinnen',
    'putting the demo world in place': 'de demo klaarzetten',
  },
  loaded: ({ vacancies, offerings, people }) =>
    `De demo staat klaar: ${amount(vacancies, 'nl')} vacatures, ${amount(offerings, 'nl')} opleidingen met plaats en datum, en ${amount(people, 'nl')} mensen. Alles is verzonnen.`,
  unchanged: 'Er is niets veranderd: de demo van hiervoor is er nog.',
  cutOff: 'Het laden van een demo is de vorige keer afgebroken. Daardoor is niets veranderd.',
  gone: 'De demo is weg. Terughalen: schakel demo reset',
}

const en: DemoWords = {
  steps: {
    'inventing the demo world': 'inventing the demo world',
    'putting the demo world in place': 'putting the demo world in place',
  },
  loaded: ({ vacancies, offerings, people }) =>
    `The demo world is there: ${amount(vacancies, 'en')} vacancies, ${amount(offerings, 'en')} offerings and ${amount(people, 'en')} people. All of it is invented.`,
  unchanged: 'Nothing changed: the demo world from before is still there.',
  cutOff: 'Loading a demo world was cut off the last time. That changed nothing.',
  gone: 'The demo world is gone. Bring it back with: schakel demo reset',
}

export const demoWords: Readonly<Record<Language, DemoWords>> = { nl, en }

function amount(number: number, language: Language): string {
  return new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB').format(number)
}
