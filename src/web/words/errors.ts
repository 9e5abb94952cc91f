import type { Both } from './both.ts'

/** What people are told when a page is not there, or does not work: what it is, and what to do now. */
interface Told {
  readonly eyebrow: string
  readonly title: string
  readonly text: string
}

const nl = {
  kinds: {
    lost: {
      eyebrow: 'Pagina niet gevonden',
      title: 'Dit station bestaat niet',
      text: 'De link is oud, of er zit een typfout in. Jouw antwoorden zijn er nog.',
    },
    gone: {
      eyebrow: 'Niet meer hier',
      title: 'Deze pagina is weg',
      text: 'Zij heeft bestaan, maar komt niet terug. Jouw antwoorden zijn er nog.',
    },
    unreadable: {
      eyebrow: 'Niet begrepen',
      title: 'Dit konden we niet lezen',
      text: 'Er kwam iets binnen wat we niet begrijpen. Ga terug en probeer het nog een keer. Jouw antwoorden zijn er nog.',
    },
    refused: {
      eyebrow: 'Niet toegestaan',
      title: 'Dit formulier kwam van een andere site',
      text: 'Daarom deden we er niets mee. Zo kan niemand iets in jouw naam invullen. Open de pagina hier en probeer het opnieuw.',
    },
    tooLarge: {
      eyebrow: 'Te groot',
      title: 'Dit bestand of deze tekst is te groot',
      text: 'We konden het niet lezen. Kies een kleiner bestand, of plak alleen je werk en wat je kunt.',
    },
    tooMany: {
      eyebrow: 'Even wachten',
      title: 'Je vroeg veel achter elkaar',
      text: 'Wacht een minuut en probeer het dan weer. Zo blijft Schakel snel voor iedereen. Jouw antwoorden blijven staan.',
    },
    busy: {
      eyebrow: 'Even wachten',
      title: 'Het is nu erg druk',
      text: 'Veel mensen vragen tegelijk iets. Wacht een paar tellen en probeer het dan weer. Jouw antwoorden blijven staan.',
    },
    failed: {
      eyebrow: 'Storing',
      title: 'Er ging iets mis bij ons',
      text: 'Dit ligt niet aan jou. Wat je eerder bewaarde, is er nog. Probeer het over een minuut weer.',
    },
    closed: {
      eyebrow: 'Storing',
      title: 'We kunnen nu niet bij onze gegevens',
      text: 'Dit ligt niet aan jou. Wat je eerder bewaarde, is er nog. Probeer het over een paar minuten weer.',
    },
    offline: {
      eyebrow: 'Geen internet',
      title: 'Je hebt nu geen internet',
      text: 'Wat je eerder bewaarde, is er nog. Je kunt verder als je weer internet hebt.',
    },
  } satisfies Record<string, Told>,
  reference: (code: string) => `Blijft het zo? Meld het, en noem dan dit nummer: ${code}.`,
  tryAgain: 'Probeer weer',
  toRoutes: 'Bekijk mijn routes',
  toStart: 'Naar het begin',
  near: 'Zocht je dit?',
  nearPages: 'Pagina’s',
  nearOccupations: 'Beroepen',
  nearProgrammes: 'Opleidingen',
  nearInitiatives: 'Initiatieven',
  nearVacancies: (n: string, isOne: boolean, text: string) => `${n} ${isOne ? 'vacature' : 'vacatures'} met “${text}”`,
  search: 'Zoek zelf verder',
}

const en: typeof nl = {
  kinds: {
    lost: {
      eyebrow: 'Page not found',
      title: 'This station does not exist',
      text: 'The link is old, or has a typing error in it. Your answers are still here.',
    },
    gone: {
      eyebrow: 'No longer here',
      title: 'This page is gone',
      text: 'It once existed, but it will not come back. Your answers are still here.',
    },
    unreadable: {
      eyebrow: 'Not understood',
      title: 'We could not read this',
      text: 'Something came in that we do not understand. Go back and try again. Your answers are still here.',
    },
    refused: {
      eyebrow: 'Not allowed',
      title: 'This form came from another site',
      text: 'So we did nothing with it. That way nobody can fill in something in your name. Open the page here and try again.',
    },
    tooLarge: {
      eyebrow: 'Too large',
      title: 'This file or text is too large',
      text: 'We could not read it. Choose a smaller file, or paste only your work and what you can do.',
    },
    tooMany: {
      eyebrow: 'One moment',
      title: 'You asked a lot in a short time',
      text: 'Wait a minute and try again. That keeps Schakel fast for everyone. Your answers stay.',
    },
    busy: {
      eyebrow: 'One moment',
      title: 'It is very busy now',
      text: 'Many people are asking something at the same time. Wait a few seconds and try again. Your answers stay.',
    },
    failed: {
      eyebrow: 'Fault',
      title: 'Something went wrong on our side',
      text: 'It is not because of you. What you kept before is still here. Try again in a minute.',
    },
    closed: {
      eyebrow: 'Fault',
      title: 'We cannot reach our data now',
      text: 'It is not because of you. What you kept before is still here. Try again in a few minutes.',
    },
    offline: {
      eyebrow: 'No internet',
      title: 'You have no internet now',
      text: 'What you kept before is still here. You can go on when you have internet again.',
    },
  },
  reference: (code) => `Does it stay like this? Report it, and give this number: ${code}.`,
  tryAgain: 'Try again',
  toRoutes: 'See my routes',
  toStart: 'To the start',
  near: 'Were you looking for this?',
  nearPages: 'Pages',
  nearOccupations: 'Occupations',
  nearProgrammes: 'Programmes',
  nearInitiatives: 'Initiatives',
  nearVacancies: (n, isOne, text) => `${n} ${isOne ? 'vacancy' : 'vacancies'} with “${text}”`,
  search: 'Search further',
}

export const errorWords = { nl, en } satisfies Both<typeof nl>

export type ErrorKind = keyof (typeof nl)['kinds']

const kindsByStatus: Readonly<Record<number, ErrorKind>> = {
  403: 'refused',
  404: 'lost',
  410: 'gone',
  413: 'tooLarge',
  429: 'tooMany',
  503: 'closed',
}

/** How a status is told. Any other of the 400s is something that could not be read; all else is a fault of ours. */
export function errorKindOf(status: number): ErrorKind {
  return kindsByStatus[status] ?? (status >= 400 && status < 500 ? 'unreadable' : 'failed')
}
