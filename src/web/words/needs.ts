import type { Both } from './both.ts'

const nl = {
  title: 'Wat ik nodig heb om goed te werken',
  description: 'Kies wat je helpt om goed te werken. Niemand ziet het tot jij het laat zien.',
  lead: 'Kies wat jou helpt. Waarom je het nodig hebt, vragen we niet. Niemand ziet dit tot jij het laat zien.',
  safeTitle: 'Dit telt nergens in mee',
  safe: [
    'Schakel rekent hier niet mee: het verandert geen route, geen vacature en geen volgorde.',
    'We bewaren het apart en versleuteld. Een werkgever ziet alleen wat jij laat zien, tot de dag die jij kiest.',
  ],
  saved: 'Bewaard',
  released: 'De organisatie kan dit nu zien',
  withdrawn: 'Teruggenomen. De organisatie ziet het niet meer.',
  choose: 'Wat helpt jou?',
  missing:
    'Staat iets er niet bij? Vertel het in een gesprek. We hebben geen open veld, want dan komt er al snel iets in over je gezondheid.',
  save: 'Bewaar',
  problemTitle: 'We kunnen dit nu niet lezen',
  problem: {
    'no key':
      'Wat je koos is er nog, en het is versleuteld. De sleutel ontbreekt op dit moment. Je hoeft niets te doen. Probeer het later weer.',
    changed:
      'Wat je koos is er nog, maar het past niet bij de sleutel. Je hoeft niets te doen. Vraag hulp aan wie deze site beheert.',
  },
  shows: 'Wie ziet dit?',
  nobody: 'Niemand. Je laat het zien vanuit een kennismaking, of vanaf de pagina van een organisatie.',
  forIntroduction: 'voor één kennismaking',
  forOrganisation: 'voor alle kennismakingen met deze organisatie',
  until: (day: string) => `tot en met ${day}`,
  unreadable: 'Niet te lezen op dit moment',
  withdraw: 'Neem terug',
  withdrawFrom: (organisation: string) => `wat je aan ${organisation} laat zien`,
  releaseTitle: (organisation: string) => `Laat het zien aan ${organisation}`,
  releaseText:
    'Kies wat deze organisatie mag weten, en tot wanneer. Je kunt het elke dag terugnemen. Elke keer dat iemand kijkt, zie jij dat bij Jouw gegevens.',
  which: 'Wat mogen ze weten?',
  lastDay: 'Tot en met welke dag?',
  lastDayHint: (last: string) => `Uiterlijk ${last}.`,
  release: 'Laat dit zien',
  nothingChosen: 'Kies minstens één ding.',
  wrongDay: (last: string) => `Kies een dag van vandaag tot en met ${last}.`,
  chooseFirst: 'Kies en bewaar hierboven eerst wat je nodig hebt. Daarna kun je het laten zien.',
}

const en: typeof nl = {
  title: 'What I need to work well',
  description: 'Choose what helps you to work well. Nobody sees it until you show it.',
  lead: 'Choose what helps you. We do not ask why you need it. Nobody sees this until you show it.',
  safeTitle: 'This counts nowhere',
  safe: [
    'Schakel does not compute with it: it changes no route, no vacancy and no order.',
    'We keep it apart and encrypted. An employer sees only what you show, until the day that you choose.',
  ],
  saved: 'Kept',
  released: 'The organisation can see this now',
  withdrawn: 'Taken back. The organisation does not see it any more.',
  choose: 'What helps you?',
  missing:
    'Is something missing? Tell it in a talk. There is no open field, because something about your health would soon stand in it.',
  save: 'Keep',
  problemTitle: 'We cannot read this now',
  problem: {
    'no key':
      'What you chose is still there, and encrypted. Its key is missing at this moment. You need not do anything. Try again later.',
    changed:
      'What you chose is still there, but does not fit its key. You need not do anything. Ask whoever keeps this site for help.',
  },
  shows: 'Who sees this?',
  nobody: 'Nobody. You show it from an introduction, or from the page of an organisation.',
  forIntroduction: 'for one introduction',
  forOrganisation: 'for all introductions with this organisation',
  until: (day: string) => `until and with ${day}`,
  unreadable: 'Cannot be read at this moment',
  withdraw: 'Take back',
  withdrawFrom: (organisation: string) => `what you show to ${organisation}`,
  releaseTitle: (organisation: string) => `Show it to ${organisation}`,
  releaseText:
    'Choose what this organisation may know, and until when. You can take it back any day. Each time that somebody looks, you see that at Your data.',
  which: 'What may they know?',
  lastDay: 'Until which day?',
  lastDayHint: (last: string) => `${last} at the latest.`,
  release: 'Show this',
  nothingChosen: 'Choose at least one thing.',
  wrongDay: (last: string) => `Choose a day from today until ${last}.`,
  chooseFirst: 'First choose and keep above what you need. Then you can show it.',
}

export const needsWords: Both<typeof nl> = { nl, en }
