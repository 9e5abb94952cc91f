import type { LeftOut, Words } from './table-entry.ts'

/** Why something is not in an export, as people read it. */
export const leftOut: Readonly<Record<LeftOut, Words>> = {
  secret: {
    nl: 'Het opent iets, of het houdt iets veilig. Wie het heeft, kan er kwaad mee.',
    en: 'It opens something, or keeps something safe. Whoever has it could do harm.',
  },
  file: {
    nl: 'Het is een bestand: je haalt het op bij het werk waar het bij hoort.',
    en: 'It is a file: you fetch it beside the work that it belongs to.',
  },
  same: { nl: 'Het is hetzelfde als iets dat er wel in staat.', en: 'It is the same as something that is in it.' },
  inner: {
    nl: 'Een nummer of teken dat alleen het programma gebruikt. Het zegt niets over jou.',
    en: 'A number or mark that only the program uses. It says nothing about you.',
  },
  others: { nl: 'Het gaat over iemand anders.', en: 'It is about somebody else.' },
  elsewhere: { nl: 'Het staat leesbaar in een ander deel.', en: 'It stands in another part, so that it can be read.' },
  nobody: { nl: 'Niemand weet van wie het is.', en: 'Nobody knows whose it is.' },
}
