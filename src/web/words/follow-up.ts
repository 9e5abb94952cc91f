import type { Both } from './both.ts'

const nl = {
  title: 'Hoe gaat het?',
  description: 'Drie korte vragen over je baan. Elk antwoord is één klik.',
  start: (organisation: string) => `Je begint bij ${organisation}.`,
  after: (organisation: string, months: number) =>
    `Je begon ${months} ${months === 1 ? 'maand' : 'maanden'} geleden bij ${organisation}.`,
  free: 'Antwoorden hoeft niet. De organisatie ziet je antwoorden niet.',
  stillThere: 'Werk je er nog?',
  begin: 'Ben je begonnen?',
  yes: 'Ja',
  no: 'Nee',
  hours: 'Hoeveel uur per week?',
  hour: (hours: number) => `${hours} uur`,
  happy: 'Hoe bevalt het?',
  happiness: { 1: '1: helemaal niet', 2: '2', 3: '3', 4: '4', 5: '5: heel goed' } as Readonly<Record<number, string>>,
  answered: 'Bewaard. Klikte je verkeerd? Klik gewoon op een ander antwoord.',
  all: 'Dank je wel. Je hebt alles beantwoord.',
  chosen: 'gekozen',
  goneTitle: 'Deze link werkt niet meer',
  gone: 'De tijd om te antwoorden is voorbij, of je trok je toestemming in. Je hoeft niets te doen.',
  stop: 'Wil je deze vragen niet meer? Trek het in bij Jouw gegevens.',
}

const en: typeof nl = {
  title: 'How is it going?',
  description: 'Three short questions about your job. Each answer is one click.',
  start: (organisation) => `You start at ${organisation}.`,
  after: (organisation, months) => `You started at ${organisation} ${months} ${months === 1 ? 'month' : 'months'} ago.`,
  free: 'You need not answer. The organisation does not see your answers.',
  stillThere: 'Do you still work there?',
  begin: 'Did you start?',
  yes: 'Yes',
  no: 'No',
  hours: 'How many hours a week?',
  hour: (hours) => `${hours} hours`,
  happy: 'How do you like it?',
  happiness: { 1: '1: not at all', 2: '2', 3: '3', 4: '4', 5: '5: very much' },
  answered: 'Kept. The wrong one? Just click another answer.',
  all: 'Thank you. You answered everything.',
  chosen: 'chosen',
  goneTitle: 'This link works no more',
  gone: 'The time to answer is over, or you took your consent back. You need not do anything.',
  stop: 'Rather not have these questions any more? Take that back at Your data.',
}

export const followUpWords: Both<typeof nl> = { nl, en }
