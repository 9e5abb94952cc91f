import type { Both } from './both.ts'

interface Names {
  readonly other: string
  readonly date: string | undefined
  /** The educator or adviser who suggested it; the training that was agreed. */
  readonly what: string | undefined
}

/** A heading is the answer: what is the matter, and what somebody has to do. */
interface Heading {
  readonly title: (names: Names) => string
  readonly lead: (names: Names) => string
}

const until = (date: string | undefined, text: (date: string) => string): string => (date === undefined ? '' : text(date))

const nlPerson = {
  suggested: {
    title: ({ other, what }) => `${what ?? 'Je adviseur'} denkt aan jou voor ${other}`,
    lead: ({ other }) => `${other} weet nog niets. Jij beslist of je het vraagt.`,
  },
  waitsOther: {
    title: ({ other }) => `${other} moet nu antwoorden`,
    lead: ({ date }) =>
      `${until(date, (day) => `Uiterlijk ${day}. `)}Je hoeft niets te doen. Komt er niets? Dan hoor je het van ons.`,
  },
  overdue: {
    title: ({ other }) => `${other} antwoordde niet op tijd`,
    lead: () => 'Je hoeft niets te doen. De vacature staat stil tot er een antwoord is.',
  },
  waitsMe: {
    title: ({ other }) => `${other} wil je leren kennen`,
    lead: ({ date }) =>
      `Ze zien alleen je profiel zonder naam. Jij beslist. ${until(date, (day) => `Antwoord je niet? Dan stopt het na ${day}. Dat heeft geen gevolgen.`)}`,
  },
  accepted: {
    title: () => 'Jullie zeiden allebei ja',
    lead: () => 'Schrijf een bericht, of geef je naam vrij. Alleen als jij dat wilt.',
  },
  talking: {
    title: ({ other }) => `Je praat met ${other}`,
    lead: () => 'Jullie kunnen elkaar schrijven. Jij kiest wat je vrijgeeft.',
  },
  talkingWaits: {
    title: ({ other }) => `Je praat met ${other}`,
    lead: ({ other, date }) => until(date, (day) => `${other} antwoordt uiterlijk ${day}.`),
  },
  trainingMine: {
    title: () => 'Jij zei ja tegen eerst een cursus',
    lead: ({ other }) => `Nu is ${other} aan de beurt. Het gaat door als jullie allebei ja zeggen.`,
  },
  trainingTheirs: {
    title: ({ other }) => `${other} stelt eerst een cursus voor`,
    lead: ({ what }) => `${what ?? ''} Jij zegt ja of nee.`.trim(),
  },
  hireMine: {
    title: () => 'Jij zei ja tegen de baan',
    lead: ({ other }) => `Nu is ${other} aan de beurt. Het gaat door als jullie allebei ja zeggen.`,
  },
  hireTheirs: {
    title: ({ other }) => `${other} biedt je de baan aan`,
    lead: ({ date }) => `${until(date, (day) => `Eerste werkdag: ${day}. `)}Jij zegt ja of nee.`,
  },
  trainingAgreed: {
    title: () => 'Jullie spraken een cursus af',
    lead: ({ what }) => `${what ?? ''} Daarna kunnen jullie de baan afspreken.`.trim(),
  },
  hired: {
    title: () => 'Je hebt de baan',
    lead: ({ date }) => until(date, (day) => `Je begint op ${day}.`),
  },
  started: { title: ({ other }) => `Je bent begonnen bij ${other}`, lead: () => 'Deze kennismaking is klaar.' },
  declinedByOther: {
    title: ({ other }) => `${other} zegt nu nee`,
    lead: () => 'De reden staat hieronder. Daar staat ook je beste volgende route.',
  },
  declinedByMe: { title: () => 'Jij zei nee', lead: () => 'Je hoeft niets meer te doen.' },
  stoppedByMe: { title: () => 'Jij stopte met deze kennismaking', lead: () => 'Je hoeft niets meer te doen.' },
  stoppedByOther: { title: ({ other }) => `${other} nam de vraag terug`, lead: () => 'Je hoeft niets te doen.' },
  expired: { title: () => 'Er kwam geen antwoord', lead: () => 'Daarom is deze kennismaking gestopt.' },
} satisfies Readonly<Record<string, Heading>>

type Headings = Readonly<Record<keyof typeof nlPerson, Heading>>
export type HeadingName = keyof typeof nlPerson

const nlOrganisation: Headings = {
  suggested: { title: ({ other }) => other, lead: () => '' },
  waitsOther: {
    title: ({ other }) => `Jullie vroegen ${other}`,
    lead: () => 'Deze persoon mag rustig nadenken. Geen antwoord is ook goed.',
  },
  overdue: {
    title: ({ other }) => `${other} wacht te lang op antwoord`,
    lead: () => 'De vacature staat stil. Antwoord, dan gaat zij weer open.',
  },
  waitsMe: {
    title: ({ other }) => `${other} wil jullie leren kennen`,
    lead: ({ date }) => `${until(date, (day) => `Antwoord uiterlijk ${day}. `)}Daarna zetten wij de vacature stil.`,
  },
  accepted: {
    title: () => 'Jullie zeiden allebei ja',
    lead: () => 'Schrijf een bericht. De naam zie je als deze persoon haar vrijgeeft.',
  },
  talking: { title: ({ other }) => `Jullie praten met ${other}`, lead: () => 'Jullie kunnen elkaar schrijven.' },
  talkingWaits: {
    title: ({ other }) => `${other} wacht op antwoord`,
    lead: ({ date }) => until(date, (day) => `Antwoord uiterlijk ${day}.`),
  },
  trainingMine: {
    title: () => 'Jullie stelden eerst een cursus voor',
    lead: ({ other }) => `Nu is ${other} aan de beurt. Het gaat door als jullie allebei ja zeggen.`,
  },
  trainingTheirs: {
    title: ({ other }) => `${other} wil eerst een cursus doen`,
    lead: ({ what }) => `${what ?? ''} Zeg ja of nee.`.trim(),
  },
  hireMine: {
    title: () => 'Jullie boden de baan aan',
    lead: ({ other }) => `Nu is ${other} aan de beurt. Het gaat door als jullie allebei ja zeggen.`,
  },
  hireTheirs: {
    title: ({ other }) => `${other} wil de baan`,
    lead: ({ date }) => `${until(date, (day) => `Eerste werkdag: ${day}. `)}Zeg ja of nee.`,
  },
  trainingAgreed: {
    title: () => 'Jullie spraken een cursus af',
    lead: ({ what }) => `${what ?? ''} Daarna kunnen jullie de baan afspreken.`.trim(),
  },
  hired: {
    title: ({ other }) => `${other} heeft de baan`,
    lead: ({ date }) => until(date, (day) => `Eerste werkdag: ${day}.`),
  },
  started: { title: ({ other }) => `${other} is begonnen`, lead: () => 'Deze kennismaking is klaar.' },
  declinedByOther: { title: ({ other }) => `${other} zei nee`, lead: () => 'Je hoeft niets te doen.' },
  declinedByMe: {
    title: () => 'Jullie zeiden nee',
    lead: () => 'Deze persoon kreeg de reden, met een volgende route.',
  },
  stoppedByMe: { title: () => 'Jullie namen de vraag terug', lead: () => 'Je hoeft niets te doen.' },
  stoppedByOther: {
    title: ({ other }) => `${other} stopte met deze kennismaking`,
    lead: () => 'Je hoeft niets te doen.',
  },
  expired: { title: () => 'Er kwam geen antwoord', lead: () => 'Daarom is deze kennismaking gestopt.' },
}

const enPerson: Headings = {
  suggested: {
    title: ({ other, what }) => `${what ?? 'Your adviser'} thinks of you for ${other}`,
    lead: ({ other }) => `${other} knows nothing yet. You decide whether you ask.`,
  },
  waitsOther: {
    title: ({ other }) => `${other} has to answer now`,
    lead: ({ date }) =>
      `${until(date, (day) => `By ${day} at the latest. `)}You need not do anything. If nothing comes, we tell you.`,
  },
  overdue: {
    title: ({ other }) => `${other} did not answer in time`,
    lead: () => 'You need not do anything. The vacancy stands still until there is an answer.',
  },
  waitsMe: {
    title: ({ other }) => `${other} would like to meet you`,
    lead: ({ date }) =>
      `They see your profile without a name only. You decide. ${until(date, (day) => `No answer? Then it ends after ${day}. That has no consequences.`)}`,
  },
  accepted: {
    title: () => 'You both said yes',
    lead: () => 'Write a message, or release your name. Only if you want to.',
  },
  talking: {
    title: ({ other }) => `You are talking with ${other}`,
    lead: () => 'You can write to each other. You choose what you release.',
  },
  talkingWaits: {
    title: ({ other }) => `You are talking with ${other}`,
    lead: ({ other, date }) => until(date, (day) => `${other} answers by ${day} at the latest.`),
  },
  trainingMine: {
    title: () => 'You said yes to a course first',
    lead: ({ other }) => `Now it is the turn of ${other}. It goes on when you both say yes.`,
  },
  trainingTheirs: {
    title: ({ other }) => `${other} proposes a course first`,
    lead: ({ what }) => `${what ?? ''} You say yes or no.`.trim(),
  },
  hireMine: {
    title: () => 'You said yes to the job',
    lead: ({ other }) => `Now it is the turn of ${other}. It goes on when you both say yes.`,
  },
  hireTheirs: {
    title: ({ other }) => `${other} offers you the job`,
    lead: ({ date }) => `${until(date, (day) => `First day of work: ${day}. `)}You say yes or no.`,
  },
  trainingAgreed: {
    title: () => 'You agreed on a course',
    lead: ({ what }) => `${what ?? ''} After it you can agree on the job.`.trim(),
  },
  hired: { title: () => 'You have the job', lead: ({ date }) => until(date, (day) => `You start on ${day}.`) },
  started: { title: ({ other }) => `You started at ${other}`, lead: () => 'This introduction is done.' },
  declinedByOther: {
    title: ({ other }) => `${other} says no for now`,
    lead: () => 'The reason stands below, with your best next route.',
  },
  declinedByMe: { title: () => 'You said no', lead: () => 'You need not do anything more.' },
  stoppedByMe: { title: () => 'You stopped this introduction', lead: () => 'You need not do anything more.' },
  stoppedByOther: { title: ({ other }) => `${other} took the question back`, lead: () => 'You need not do anything.' },
  expired: { title: () => 'No answer came', lead: () => 'That is why this introduction ended.' },
}

const enOrganisation: Headings = {
  suggested: { title: ({ other }) => other, lead: () => '' },
  waitsOther: {
    title: ({ other }) => `You asked ${other}`,
    lead: () => 'This person may think it over. No answer is fine too.',
  },
  overdue: {
    title: ({ other }) => `${other} waits too long for an answer`,
    lead: () => 'The vacancy stands still. Answer, and it opens again.',
  },
  waitsMe: {
    title: ({ other }) => `${other} would like to meet you`,
    lead: ({ date }) => `${until(date, (day) => `Answer by ${day} at the latest. `)}After that we pause the vacancy.`,
  },
  accepted: {
    title: () => 'You both said yes',
    lead: () => 'Write a message. You see the name when this person releases it.',
  },
  talking: { title: ({ other }) => `You are talking with ${other}`, lead: () => 'You can write to each other.' },
  talkingWaits: {
    title: ({ other }) => `${other} waits for an answer`,
    lead: ({ date }) => until(date, (day) => `Answer by ${day} at the latest.`),
  },
  trainingMine: {
    title: () => 'You proposed a course first',
    lead: ({ other }) => `Now it is the turn of ${other}. It goes on when you both say yes.`,
  },
  trainingTheirs: {
    title: ({ other }) => `${other} would like to do a course first`,
    lead: ({ what }) => `${what ?? ''} Say yes or no.`.trim(),
  },
  hireMine: {
    title: () => 'You offered the job',
    lead: ({ other }) => `Now it is the turn of ${other}. It goes on when you both say yes.`,
  },
  hireTheirs: {
    title: ({ other }) => `${other} wants the job`,
    lead: ({ date }) => `${until(date, (day) => `First day of work: ${day}. `)}Say yes or no.`,
  },
  trainingAgreed: {
    title: () => 'You agreed on a course',
    lead: ({ what }) => `${what ?? ''} After it you can agree on the job.`.trim(),
  },
  hired: {
    title: ({ other }) => `${other} has the job`,
    lead: ({ date }) => until(date, (day) => `First day of work: ${day}.`),
  },
  started: { title: ({ other }) => `${other} started`, lead: () => 'This introduction is done.' },
  declinedByOther: { title: ({ other }) => `${other} said no`, lead: () => 'You need not do anything.' },
  declinedByMe: { title: () => 'You said no', lead: () => 'This person got the reason, with a next route.' },
  stoppedByMe: { title: () => 'You took the question back', lead: () => 'You need not do anything.' },
  stoppedByOther: { title: ({ other }) => `${other} stopped this introduction`, lead: () => 'You need not do anything.' },
  expired: { title: () => 'No answer came', lead: () => 'That is why this introduction ended.' },
}

export const introductionHeadings: Both<Readonly<Record<'person' | 'organisation', Headings>>> = {
  nl: { person: nlPerson, organisation: nlOrganisation },
  en: { person: enPerson, organisation: enOrganisation },
}
