import type { TermFieldName } from '../profile/term-fields.ts'
import type { Both } from './both.ts'

interface FieldWords {
  readonly label: string
  readonly hint?: string
  readonly choices?: Readonly<Record<string, string>>
  readonly error?: string
}

type Fields = Readonly<Record<TermFieldName, FieldWords>>

const nl: Fields = {
  situation: {
    label: 'Hoe is het nu?',
    choices: {
      jobEnds: 'Mijn baan stopt',
      unemployed: 'Ik heb geen werk',
      working: 'Ik heb werk',
      studying: 'Ik zit op school',
      returning: 'Ik wil terug naar werk',
      newcomer: 'Ik ben nieuw in Nederland',
    },
  },
  jobEndsOn: { label: 'Laatste dag van je baan', error: 'Vul een datum in. Bijvoorbeeld 2027-01-31.' },
  availableFrom: { label: 'Vanaf wanneer kun je beginnen?', error: 'Vul een datum in. Bijvoorbeeld 2027-01-31.' },
  days: { label: 'Op welke dagen kun je werken?' },
  maxMinutes: {
    label: 'Hoeveel minuten wil je reizen?',
    hint: 'Ongeveer, van deur tot deur.',
    error: 'Vul een getal in van 5 tot 240.',
  },
  travelMode: { label: 'Hoe reis je?', choices: { walk: 'Lopend', bike: 'Fiets', transit: 'Trein en bus', car: 'Auto' } },
  remoteShareEnough: {
    label: 'Reistijd telt niet als ik zoveel thuis werk',
    choices: { '40': '2 dagen van de 5', '60': '3 dagen van de 5', '80': '4 dagen van de 5' },
  },
  wageFloorMonthEuro: {
    label: 'Minder dan dit wil ik niet verdienen',
    hint: 'Euro bruto per maand.',
    error: 'Vul een bedrag in van 0 tot 20.000.',
  },
  wageNowMonthEuro: {
    label: 'Wat verdien je nu, of verdiende je het laatst?',
    hint: 'Euro bruto per maand.',
    error: 'Vul een bedrag in van 0 tot 50.000.',
  },
  benefitMonths: {
    label: 'Hoeveel maanden WW heb je nog?',
    hint: 'Zoals UWV het je zei.',
    error: 'Vul een getal in van 0 tot 24.',
  },
  incomeWhileTrainingMonthEuro: {
    label: 'Ander inkomen terwijl je leert',
    hint: 'Euro per maand. Bijvoorbeeld een uitkering.',
    error: 'Vul een bedrag in van 0 tot 20.000.',
  },
  dutch: { label: 'Nederlands' },
  english: { label: 'Engels' },
  workLevel: {
    label: 'Op welk niveau werk of leer je?',
    hint: 'Een diploma hoeft niet.',
    choices: {
      '1': 'mbo-1 of vmbo',
      '2': 'mbo-2',
      '3': 'mbo-3',
      '4': 'mbo-4 of havo',
      '5': 'associate degree',
      '6': 'hbo of wo bachelor',
      '7': 'hbo of wo master',
      '8': 'gepromoveerd',
    },
  },
  experienceYears: { label: 'Hoeveel jaar werkervaring heb je?', error: 'Vul een getal in van 0 tot 60.' },
  licenceB: { label: 'Rijbewijs B' },
  certificateOfConduct: { label: 'Kun je een VOG krijgen?', hint: 'Een verklaring omtrent het gedrag.' },
  needsPermitSponsor: { label: 'Heb je een werkvergunning nodig van de werkgever?' },
  studyHours: { label: 'Hoeveel uur per week kun je leren?', error: 'Vul een getal in van 1 tot 60.' },
  studyWeeks: { label: 'Binnen hoeveel weken wil je klaar zijn?', error: 'Vul een getal in van 1 tot 156.' },
  studyOwnCost: {
    label: 'Hoeveel kun je zelf betalen?',
    hint: 'Euro, alles bij elkaar.',
    error: 'Vul een bedrag in van 0 tot 100.000.',
  },
  studyLowestMonth: {
    label: 'Zoveel heb ik elke maand minstens nodig',
    hint: 'Euro bruto per maand.',
    error: 'Vul een bedrag in van 0 tot 20.000.',
  },
  studyOnline: { label: 'Is online leren goed voor jou?' },
}

const en: Fields = {
  situation: {
    label: 'How are things now?',
    choices: {
      jobEnds: 'My job ends',
      unemployed: 'I have no work',
      working: 'I have work',
      studying: 'I am at school',
      returning: 'I want to return to work',
      newcomer: 'I am new in the Netherlands',
    },
  },
  jobEndsOn: { label: 'Last day of your job', error: 'Fill in a date. For example 2027-01-31.' },
  availableFrom: { label: 'From when can you start?', error: 'Fill in a date. For example 2027-01-31.' },
  days: { label: 'On which days can you work?' },
  maxMinutes: {
    label: 'How many minutes do you want to travel?',
    hint: 'About, from door to door.',
    error: 'Fill in a number from 5 to 240.',
  },
  travelMode: {
    label: 'How do you travel?',
    choices: { walk: 'On foot', bike: 'By bicycle', transit: 'Train and bus', car: 'By car' },
  },
  remoteShareEnough: {
    label: 'Travel does not count if I work from home this much',
    choices: { '40': '2 days of 5', '60': '3 days of 5', '80': '4 days of 5' },
  },
  wageFloorMonthEuro: {
    label: 'I do not want to earn less than',
    hint: 'Euros gross a month.',
    error: 'Fill in an amount from 0 to 20,000.',
  },
  wageNowMonthEuro: {
    label: 'What do you earn now, or did you earn last?',
    hint: 'Euros gross a month.',
    error: 'Fill in an amount from 0 to 50,000.',
  },
  benefitMonths: {
    label: 'How many months of WW do you have left?',
    hint: 'The unemployment benefit, as UWV told you.',
    error: 'Fill in a number from 0 to 24.',
  },
  incomeWhileTrainingMonthEuro: {
    label: 'Other income while you study',
    hint: 'Euros a month. For example a benefit.',
    error: 'Fill in an amount from 0 to 20,000.',
  },
  dutch: { label: 'Dutch' },
  english: { label: 'English' },
  workLevel: {
    label: 'At what level do you work or study?',
    hint: 'You do not need a diploma.',
    choices: {
      '1': 'mbo-1 or vmbo',
      '2': 'mbo-2',
      '3': 'mbo-3',
      '4': 'mbo-4 or havo',
      '5': 'associate degree',
      '6': 'bachelor',
      '7': 'master',
      '8': 'doctorate',
    },
  },
  experienceYears: { label: 'How many years of work experience do you have?', error: 'Fill in a number from 0 to 60.' },
  licenceB: { label: 'Driving licence B' },
  certificateOfConduct: { label: 'Can you get a certificate of conduct?', hint: 'A VOG, from the Dutch state.' },
  needsPermitSponsor: { label: 'Do you need a work permit from the employer?' },
  studyHours: { label: 'How many hours a week can you study?', error: 'Fill in a number from 1 to 60.' },
  studyWeeks: { label: 'Within how many weeks do you want to be ready?', error: 'Fill in a number from 1 to 156.' },
  studyOwnCost: {
    label: 'How much can you pay yourself?',
    hint: 'Euros, all together.',
    error: 'Fill in an amount from 0 to 100,000.',
  },
  studyLowestMonth: {
    label: 'I need at least this every month',
    hint: 'Euros gross a month.',
    error: 'Fill in an amount from 0 to 20,000.',
  },
  studyOnline: { label: 'Is learning online fine for you?' },
}

export const profileFieldWords = { nl, en } satisfies Both<Fields>
