import type { ReplyRate, State } from '../../modules/introductions/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import type { Both } from './both.ts'

const nl = {
  title: 'Kennismakingen',
  description: 'Wie wil jou leren kennen, en wie vroeg je zelf?',
  lead: 'Jij beslist wie je naam ziet. Een organisatie ziet eerst alleen je profiel zonder naam.',
  open: 'Deze lopen nu',
  ended: 'Deze zijn klaar',
  erased: (days: number) => `Wat hierin staat, wissen we ${days} dagen na het einde.`,
  none: 'Je hebt nu geen kennismakingen.',
  noneText: 'Kies een vacature van een organisatie die hier antwoordt. Dan kun je daar een kennismaking vragen.',
  toVacancies: 'Bekijk vacatures',
  desks: 'Je werkt ook voor een organisatie',
  deskLink: (organisation: string) => `Kennismakingen van ${organisation}`,
  about: (vacancy: string, organisation: string) => `${vacancy} bij ${organisation}`,
  profile: (handle: string) => `Profiel ${handle}`,
  gone: 'een organisatie die er niet meer is',
  states: {
    suggested: 'Voorgesteld',
    proposed: 'Gevraagd',
    accepted: 'Allebei ja',
    talking: 'In gesprek',
    trainingAgreed: 'Cursus afgesproken',
    hired: 'Aangenomen',
    started: 'Begonnen',
    declined: 'Nee',
    withdrawn: 'Gestopt',
    expired: 'Geen antwoord',
  } as Readonly<Record<State, string>>,
  waitsForYou: 'Wacht op jou',
  waitsForOther: (other: string) => `Wacht op ${other}`,
  until: (date: string) => `tot en met ${date}`,
  changed: (date: string) => `Laatst veranderd op ${date}`,
  rate: {
    some: (answered: number, of: number) => `Antwoordde ${answered} van de ${of} keer.`,
    sameDay: 'Meestal op dezelfde dag.',
    days: (days: number) => (days === 1 ? 'Meestal na 1 werkdag.' : `Meestal na ${days} werkdagen.`),
    unknown: 'Hoe vaak ze antwoorden, is nog niet bekend.',
  },
  left: (days: number) =>
    days < 0
      ? 'De tijd om te antwoorden is voorbij'
      : days === 0
        ? 'Vandaag is de laatste dag om te antwoorden'
        : days === 1
          ? 'Nog 1 werkdag om te antwoorden'
          : `Nog ${days} werkdagen om te antwoorden`,
  asked: {
    title: 'Kennismaken',
    rate: 'Hoe vaak ze antwoorden',
    text: 'Je vraagt het zonder je naam. De werkgever ziet wat je kunt, je uren en je regio.',
    message: 'Wil je er iets bij zeggen?',
    messageHint: 'Dit hoeft niet. Schrijf geen naam, adres of telefoonnummer.',
    ask: 'Vraag een kennismaking',
    signIn: 'Log in om een kennismaking te vragen',
    signInNote: 'Daarna kom je hier terug.',
    profile: 'Vul eerst je profiel in',
    profileNote: 'De werkgever ziet alleen je profiel, zonder je naam.',
    running: 'Je hebt hier een kennismaking',
    toRunning: 'Bekijk de kennismaking',
    member: 'Dit is een vacature van je eigen organisatie.',
    stillTitle: 'Deze vacature staat stil: de werkgever antwoordde niet',
    still: (waiting: number, since: string) =>
      waiting === 1
        ? `Eén persoon wacht te lang op antwoord. Sinds ${since} kan niemand hier meer vragen.`
        : `${waiting} mensen wachten te lang op antwoord. Sinds ${since} kan niemand hier meer vragen.`,
    stillWhat: 'Antwoordt de werkgever? Dan gaat de vacature vanzelf weer open.',
    pausedTitle: 'Deze vacature staat even stil',
    paused: 'De werkgever zette haar stil. Je kunt nu geen kennismaking vragen.',
  },
}

const en: typeof nl = {
  title: 'Introductions',
  description: 'Who would like to meet you, and whom did you ask?',
  lead: 'You decide who sees your name. An organisation first sees your profile without a name only.',
  open: 'These are going on now',
  ended: 'These are over',
  erased: (days) => `What stands in them is erased ${days} days after the end.`,
  none: 'You have no introductions now.',
  noneText: 'Choose a vacancy of an organisation that answers here. There you can ask for an introduction.',
  toVacancies: 'Look at vacancies',
  desks: 'You also work for an organisation',
  deskLink: (organisation) => `Introductions of ${organisation}`,
  about: (vacancy, organisation) => `${vacancy} at ${organisation}`,
  profile: (handle) => `Profile ${handle}`,
  gone: 'an organisation that is gone',
  states: {
    suggested: 'Suggested',
    proposed: 'Asked',
    accepted: 'Both said yes',
    talking: 'Talking',
    trainingAgreed: 'Course agreed',
    hired: 'Hired',
    started: 'Started',
    declined: 'No',
    withdrawn: 'Stopped',
    expired: 'No answer',
  },
  waitsForYou: 'Waits for you',
  waitsForOther: (other) => `Waits for ${other}`,
  until: (date) => `until ${date} at the latest`,
  changed: (date) => `Last changed on ${date}`,
  rate: {
    some: (answered, of) => `Answered ${answered} of ${of} times.`,
    sameDay: 'Mostly on the same day.',
    days: (days) => (days === 1 ? 'Mostly after 1 working day.' : `Mostly after ${days} working days.`),
    unknown: 'How often they answer is not known yet.',
  },
  left: (days) =>
    days < 0
      ? 'The time to answer is over'
      : days === 0
        ? 'Today is the last day to answer'
        : days === 1
          ? '1 working day left to answer'
          : `${days} working days left to answer`,
  asked: {
    title: 'Meet',
    rate: 'How often they answer',
    text: 'You ask without your name. The employer sees what you can do, your hours and your region.',
    message: 'Would you like to say something with it?',
    messageHint: 'You need not. Write no name, address or telephone number.',
    ask: 'Ask for an introduction',
    signIn: 'Sign in to ask for an introduction',
    signInNote: 'Then you come back here.',
    profile: 'Fill in your profile first',
    profileNote: 'The employer sees your profile only, without your name.',
    running: 'You have an introduction here',
    toRunning: 'Look at the introduction',
    member: 'This is a vacancy of your own organisation.',
    stillTitle: 'This vacancy stands still: the employer did not answer',
    still: (waiting, since) =>
      waiting === 1
        ? `One person waits too long for an answer. Since ${since} nobody can ask here any more.`
        : `${waiting} people wait too long for an answer. Since ${since} nobody can ask here any more.`,
    stillWhat: 'Does the employer answer? Then the vacancy opens again by itself.',
    pausedTitle: 'This vacancy stands still for now',
    paused: 'The employer paused it. You cannot ask for an introduction now.',
  },
}

export const introductionsWords: Both<typeof nl> = { nl, en }

/** 'Antwoordde 9 van de 11 keer. Meestal na 4 werkdagen.' With too few questions it says that it is not known. */
export function replyRateText(rate: ReplyRate, language: Language): string {
  const words = introductionsWords[language].rate
  if (!rate.known) return words.unknown
  const { answered, of, medianWorkingDays: days } = rate
  const said = words.some(answered, of)
  if (days === undefined) return said
  return `${said} ${days === 0 ? words.sameDay : words.days(days)}`
}
