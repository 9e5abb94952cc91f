import type { Change } from '../engine/planning/index.ts'
import type { Language } from '../modules/skills/index.ts'

/** All that commands say to people about their plans. Both languages, or it does not compile. */
export interface Words {
  readonly demo: string
  readonly plans: (certain: number, high: number) => string
  readonly noPlans: string
  readonly wouldChange: string
  readonly matches: (from: number, upTo: number) => string
  readonly noMatches: string
  readonly kinds: Readonly<Record<'direct' | 'trainThenHire' | 'hireThenTrain' | 'dual', string>>
  readonly wait: string
  readonly learn: (title: string, provider: string) => string
  readonly perWeek: (hours: number) => string
  readonly withWage: string
  readonly job: (title: string, employer: string) => string
  readonly ready: (date: string, weeks: number) => string
  readonly firstPaid: (date: string) => string
  readonly ownCost: (euro: string) => string
  readonly pays: string
  readonly certainty: Readonly<Record<'sure' | 'can' | 'ask', string>>
  readonly loan: (label: string, amount: string | undefined) => string
  readonly loanBetween: (from: string, to: string) => string
  readonly loanUpTo: (to: string) => string
  readonly income: string
  readonly incomeKinds: Readonly<Record<'wageNow' | 'benefit' | 'trainingIncome' | 'wage' | 'unknown', string>>
  readonly study: (hours: number) => string
  readonly work: (min: number, max: number) => string
  readonly fit: (percent: number) => string
  readonly skills: string
  readonly states: Readonly<Record<'have' | 'near' | 'learn' | 'miss' | 'unknown', string>>
  readonly through: (label: string) => string
  readonly learntIn: (title: string) => string
  readonly alsoOpens: (jobs: number) => string
  readonly toCheck: string
  readonly toChange: string
  readonly opens: (from: number, upTo: number) => string
  readonly withTraining: string
  readonly changes: Readonly<Record<Extract<Change, { by: number }>['item'], (by: number) => string>>
  readonly conditions: Readonly<Record<string, string>>
}

const nl: Words = {
  demo: 'Dit is een demo: banen, opleidingen en bedrijven zijn verzonnen.',
  plans: (certain, high) =>
    high > certain
      ? `Er gaan routes naar ${count(certain, 'baan', 'banen')} zeker, en naar ${high} als alles klopt wat we nog niet weten.`
      : `Er gaan routes naar ${count(certain, 'baan', 'banen')}.`,
  noPlans: 'Er is nu nog geen route.',
  wouldChange: 'Dit verandert het meest:',
  matches: (from, upTo) => `${range(from, upTo)} banen passen nu.`,
  noMatches: 'Er is nu geen baan waar je aan de voorwaarden voldoet.',
  kinds: {
    direct: 'Meteen aan het werk',
    trainThenHire: 'Eerst leren, dan werken',
    hireThenTrain: 'Eerst een baan, dan leren',
    dual: 'Werken en leren tegelijk',
  },
  wait: 'wachten',
  learn: (title, provider) => `leren: ${title} (${provider})`,
  perWeek: (hours) => `${hours} uur per week`,
  withWage: 'met loon',
  job: (title, employer) => `werken: ${title} bij ${employer}`,
  ready: (date, weeks) => `Klaar op ${date} (over ${weeks} weken)`,
  firstPaid: (date) => `eerste loon op ${date}`,
  ownCost: (euro) => `Zelf betalen: ${euro}`,
  pays: 'Wie betaalt',
  certainty: { sure: 'zeker', can: 'kan, volgens wat je vertelde', ask: 'vraag het' },
  loan: (label, amount) => `Lenen kan ook, je betaalt het terug: ${label}${amount === undefined ? '' : `, ${amount}`}`,
  loanBetween: (from, to) => `${from} tot ${to}`,
  loanUpTo: (to) => `tot ${to}`,
  income: 'Inkomen per maand',
  incomeKinds: {
    wageNow: 'loon van nu',
    benefit: 'uitkering',
    trainingIncome: 'inkomen tijdens de opleiding',
    wage: 'loon',
    unknown: 'onbekend',
  },
  study: (hours) => `Studeren: ${hours} uur per week`,
  work: (min, max) => `werken: ${range(min, max)} uur per week`,
  fit: (percent) => `Past voor ${percent}%`,
  skills: 'Wat de baan vraagt',
  states: { have: 'heb je', near: 'heb je bijna', learn: 'leer je', miss: 'ontbreekt', unknown: 'weten we niet' },
  through: (label) => `door ${label}`,
  learntIn: (title) => `in ${title}`,
  alsoOpens: (jobs) => `Deze weg opent ${count(jobs, 'baan', 'banen')}.`,
  toCheck: 'Nog na te gaan',
  toChange: 'Wat het meeste verandert',
  opens: (from, upTo) => `opent ${range(from, upTo)} banen`,
  withTraining: 'met een opleiding',
  changes: {
    hoursMore: (by) => `${by} uur per week meer werken`,
    hoursFewer: (by) => `${by} uur per week minder werken`,
    travelMinutes: (by) => `${by} minuten verder reizen`,
    wageFloorCentsPerHour: (by) => `${(by / 100).toFixed(2)} euro per uur minder loon`,
    startWeeksEarlier: (by) => `${by} weken eerder beginnen`,
    ownCost: (by) => `${by} euro meer zelf betalen`,
    totalWeeks: (by) => `${by} weken langer leren`,
    studyHours: (by) => `${by} uur per week meer leren`,
  },
  conditions: {
    hours: 'uren per week',
    days: 'werkdagen',
    place: 'reistijd',
    wage: 'loon',
    language: 'taal',
    workLevel: 'werkniveau',
    diploma: 'diploma',
    experienceYears: 'jaren ervaring',
    licence: 'rijbewijs',
    certificateOfConduct: 'VOG',
    permit: 'werkvergunning',
    start: 'begindatum',
  },
}

const en: Words = {
  demo: 'This is a demo: jobs, trainings and companies are invented.',
  plans: (certain, high) =>
    high > certain
      ? `Plans lead to ${count(certain, 'job', 'jobs')} for certain, and to ${high} if all holds that we do not know yet.`
      : `Plans lead to ${count(certain, 'job', 'jobs')}.`,
  noPlans: 'There is no plan yet.',
  wouldChange: 'This would change most:',
  matches: (from, upTo) => `${range(from, upTo)} jobs fit now.`,
  noMatches: 'There is no job now whose terms you meet.',
  kinds: {
    direct: 'Straight to work',
    trainThenHire: 'Learn first, then work',
    hireThenTrain: 'A job first, then learn',
    dual: 'Work and learn at once',
  },
  wait: 'wait',
  learn: (title, provider) => `learn: ${title} (${provider})`,
  perWeek: (hours) => `${hours} hours a week`,
  withWage: 'with wage',
  job: (title, employer) => `work: ${title} at ${employer}`,
  ready: (date, weeks) => `Ready on ${date} (in ${weeks} weeks)`,
  firstPaid: (date) => `first wage on ${date}`,
  ownCost: (euro) => `Own cost: ${euro}`,
  pays: 'Who pays',
  certainty: { sure: 'for certain', can: 'can, by what you told', ask: 'ask' },
  loan: (label, amount) => `You can also borrow, and pay it back: ${label}${amount === undefined ? '' : `, ${amount}`}`,
  loanBetween: (from, to) => `${from} to ${to}`,
  loanUpTo: (to) => `up to ${to}`,
  income: 'Income per month',
  incomeKinds: {
    wageNow: 'wage now',
    benefit: 'benefit',
    trainingIncome: 'income during training',
    wage: 'wage',
    unknown: 'unknown',
  },
  study: (hours) => `Study: ${hours} hours a week`,
  work: (min, max) => `work: ${range(min, max)} hours a week`,
  fit: (percent) => `Fits ${percent}%`,
  skills: 'What the job asks',
  states: { have: 'have', near: 'nearly', learn: 'learn', miss: 'missing', unknown: 'not known' },
  through: (label) => `through ${label}`,
  learntIn: (title) => `in ${title}`,
  alsoOpens: (jobs) => `This way opens ${count(jobs, 'job', 'jobs')}.`,
  toCheck: 'Still to check',
  toChange: 'What would change most',
  opens: (from, upTo) => `opens ${range(from, upTo)} jobs`,
  withTraining: 'with training',
  changes: {
    hoursMore: (by) => `work ${by} hours a week more`,
    hoursFewer: (by) => `work ${by} hours a week less`,
    travelMinutes: (by) => `travel ${by} minutes further`,
    wageFloorCentsPerHour: (by) => `${(by / 100).toFixed(2)} euro an hour less wage`,
    startWeeksEarlier: (by) => `start ${by} weeks earlier`,
    ownCost: (by) => `pay ${by} euro more yourself`,
    totalWeeks: (by) => `learn ${by} weeks longer`,
    studyHours: (by) => `study ${by} hours a week more`,
  },
  conditions: {
    hours: 'hours a week',
    days: 'working days',
    place: 'travel time',
    wage: 'wage',
    language: 'language',
    workLevel: 'level of work',
    diploma: 'diploma',
    experienceYears: 'years of experience',
    licence: 'driving licence',
    certificateOfConduct: 'certificate of conduct',
    permit: 'work permit',
    start: 'start date',
  },
}

export const words: Readonly<Record<Language, Words>> = { nl, en }

/** One number, or two with a dash when they differ. */
export function range(from: number, upTo: number): string {
  return from === upTo ? String(from) : `${from}-${upTo}`
}

export const count = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`
