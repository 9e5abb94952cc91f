import type { Language } from '../../modules/skills/index.ts'
import type { Both } from './both.ts'
import { centsText, dateText, euroText, numberText } from './format.ts'

const nl = {
  title: 'Zo rekent Schakel',
  lead: 'Een computer rekent. Een mens beslist. Hier staat waar de computer mee rekent.',
  steps: 'In vijf stappen',
  stepList: [
    'Wat jij zegt, wordt een lijst met skills, elk met een niveau. Wat je niet zegt, is onbekend. Onbekend is niet nul.',
    'Elke vacature vraagt skills en heeft voorwaarden: uren, reistijd, loon, taal. We zetten op een rij wat nog ontbreekt.',
    'Ontbreekt er niets? Dan past de baan. Weten we iets niet zeker? Dan rekenen we twee keer: als het klopt, en als het niet klopt. Daarom zie je ‘14 banen, 5 zeker’.',
    'Ontbreekt er iets? Dan zoeken we cursussen waar je dat leert, hooguit 3 na elkaar, met echte data, prijzen en plekken.',
    'We laten alleen routes zien die niet op alles slechter zijn dan een andere. Routes die veel op elkaar lijken, staan achter één.',
  ] as readonly string[],
  never: 'Wat we nooit gebruiken',
  neverLead: 'Dit vragen we niet, lezen we niet uit je cv en bewaren we niet. Het telt dus nooit mee.',
  neverList: [
    'je naam, je foto of je precieze adres',
    'je leeftijd of geslacht',
    'waar je geboren bent, je geloof of je familie',
    'je gezondheid',
    'gaten in je cv',
  ] as readonly string[],
  knobs: 'Alle knoppen',
  knobsLead: 'Dit zijn alle getallen die wij zelf kozen. Een andere keuze geeft een andere uitkomst.',
  knobColumns: { what: 'Wat', value: 'Waarde', why: 'Waarom' },
  of100: (n: string) => `${n} van 100`,
  knobRows: {
    weights: [
      'Gewicht van een skill: nodig, belangrijk, fijn',
      'Wat nodig is, moet je hebben. De andere twee tellen mee voor hoe goed het past.',
    ],
    close: ['Bijna dezelfde skill', 'Een andere naam voor bijna hetzelfde.'],
    related: ['Een skill die erop lijkt', 'Telt mee voor hoe goed het past, maar is geen bewijs.'],
    sibling: ['Een zusje: een ander programma of andere taal van dezelfde soort', 'Wie het ene kent, leert het andere sneller.'],
    siblingOther: ['Een zusje van een andere soort', 'Het verband is zwakker.'],
    general: ['Iets algemeens, als iets bijzonders gevraagd is', 'Wie het algemene kent, begint niet bij nul.'],
    narrow: ['Zusjes tellen alleen in een groep van hooguit', 'In een grote groep lijkt niet alles op elkaar.'],
    silence: ['Zoveel antwoorden voordat stilte nee betekent', 'Wie net begint, hoeft nog niet alles gezegd te hebben.'],
    trainings: ['Hooguit zoveel cursussen na elkaar', 'Een langere reeks is moeilijk vol te houden.'],
    horizon: ['Zover kijken we vooruit, in weken', 'Verder weg weet niemand welke banen er zijn.'],
    cost: ['Kosten ronden we af op, in euro', 'Precieser weten we reiskosten niet.'],
    alike: ['Routes staan achter één als ze zoveel gelijk zijn', 'Tien routes die hetzelfde zijn helpen je niet.'],
    bands: ['Kans: bijna altijd, meestal, ongeveer even vaak', 'Ondergrenzen van de cijfers van opleiders.'],
    shrink: [
      'Kleine groepen: zoveel mensen tellen we erbij, met een gewoon resultaat',
      'Drie van drie zegt minder dan dertig van dertig.',
    ],
  } as Readonly<Record<string, readonly [string, string]>>,
  preferences: 'Wat jij het belangrijkst vindt',
  preferencesLead: 'Zonder doel zetten we banen op volgorde met punten. Een baan die helemaal past, heeft 1000 punten.',
  prefColumns: {
    name: 'Keuze',
    week: 'Punten eraf per week',
    euro: 'Punten eraf per euro',
    chance: 'Punten erbij per stap van kans',
  },
  prefNames: { balanced: 'Van alles wat', soonest: 'Snel klaar', cheapest: 'Weinig betalen', surest: 'Zeker weten' },
  rules: 'Regels en bedragen',
  rulesLead: 'Elke regel heeft een bron en een datum. Wat we niet zeker weten, staat erbij.',
  ruleColumns: {
    rule: 'Regel',
    value: 'Waarde',
    from: 'Geldt vanaf',
    checked: 'Gecontroleerd',
    sure: 'Hoe zeker',
    source: 'Bron',
  },
  certainty: {
    seen: 'Zelf gezien',
    'seen-old': 'Gezien, maar oud',
    calculated: 'Uitgerekend',
    unverified: 'Niet nagekeken',
    unknown: 'Niet bekend',
  } as Readonly<Record<string, string>>,
  versions: 'Versies en aantallen',
  versionRows: {
    taxonomy: 'Lijsten met skills en beroepen',
    model: 'Rekenmodel',
    data: 'Gegevens',
    on: 'Berekend op',
    counts: 'Vacatures en cursussen',
  },
  countsText: (vacancies: string, offerings: string) => `${vacancies} vacatures, ${offerings} cursussen`,
  stored: 'Wat we bewaren',
  storedText: 'Alleen wat jij invult, tot 30 dagen na je laatste bezoek. Je kunt het op elk moment bekijken en wissen.',
  storedLink: 'Bekijk jouw gegevens',
  demo: 'Wat is echt?',
  demoText:
    'Dit is een oefenversie. De mensen, werkgevers, vacatures en aantallen zijn verzonnen, en bijna alle opleidingen. Echt zijn de initiatieven met hun opleidingen, de regels en het rekenen.',
  notDemo: 'De vacatures en opleidingen komen uit de bronnen die erbij staan.',
  wrong: 'Klopt er iets niet?',
  wrongText:
    'Vertrouw niet alleen op een computer. Vraag het Werkcentrum of de opleider. Bij elke route kun je zien waar een getal vandaan komt.',
  unknownValue: 'niet bekend',
  units: {
    perHour: (amount: string) => `${amount} per uur`,
    perDay: (amount: string) => `${amount} per dag`,
    perKm: (amount: string) => `${amount} per km`,
    kmPerHour: (n: string) => `${n} km per uur`,
    loan: (amount: string) => `${amount}, als lening`,
    perMonth: (amount: string) => `${amount} per maand`,
    months: (n: string) => `${n} maanden`,
    minutes: (n: string) => `${n} minuten`,
    days: (n: string) => `${n} dagen`,
    workingDays: (n: string) => `${n} werkdagen`,
    people: (n: string) => `${n} mensen`,
    hours: (n: string) => `${n} uur`,
    range: (from: string, to: string) => `${from} tot ${to}`,
    ask: 'vraag het',
    can: 'kan',
    cannot: 'kan niet',
  },
}

const en: typeof nl = {
  title: 'How Schakel works',
  lead: 'A computer calculates. A person decides. This page says what the computer uses.',
  steps: 'In five steps',
  stepList: [
    'What you say becomes a list of skills, each with a level. What you do not say is unknown. Unknown is not zero.',
    'Each vacancy asks for skills and has terms: hours, travel, wage, language. We list what is still missing.',
    'Nothing missing? Then the job fits. Are we not sure of something? Then we calculate twice: as if it is right, and as if it is not. That is why you see ‘14 jobs, 5 certain’.',
    'Something missing? Then we look for courses that teach it, at most 3 in a row, with real dates, prices and seats.',
    'We only show routes that are not worse than another in every way. Routes that are much alike are grouped under one.',
  ],
  never: 'What we never use',
  neverLead: 'We do not ask for this, do not read it from your CV and do not keep it. So it never counts.',
  neverList: [
    'your name, photo or exact address',
    'your age or sex',
    'where you were born, your religion or your family',
    'your health',
    'gaps in your CV',
  ],
  knobs: 'All the knobs',
  knobsLead: 'These are all numbers we chose ourselves. Another choice gives another result.',
  knobColumns: { what: 'What', value: 'Value', why: 'Why' },
  of100: (n) => `${n} of 100`,
  knobRows: {
    weights: [
      'Weight of a skill: needed, important, nice to have',
      'You must have what is needed. The other two count for how well it fits.',
    ],
    close: ['Nearly the same skill', 'Another name for nearly the same.'],
    related: ['A skill that resembles it', 'Counts for how well it fits, but proves nothing.'],
    sibling: ['A sibling: another tool or language of the same sort', 'Someone who knows one learns the other faster.'],
    siblingOther: ['A sibling of another sort', 'The link is weaker.'],
    general: [
      'Something general, where something specific is asked for',
      'Someone who knows the general part does not start from zero.',
    ],
    narrow: ['Siblings only count in a group of at most', 'In a large group not everything is alike.'],
    silence: ['This many answers before silence means no', 'Someone who has just started has not said everything yet.'],
    trainings: ['At most this many courses in a row', 'A longer series is hard to keep up.'],
    horizon: ['How far we look ahead, in weeks', 'Nobody knows which jobs there are after that.'],
    cost: ['We round costs to, in euros', 'We do not know travel costs more exactly.'],
    alike: ['Routes are grouped under one when this much is equal', 'Ten routes that are the same do not help you.'],
    bands: ['Chance: nearly always, mostly, as often as not', 'Lower bounds of the figures of providers.'],
    shrink: ['Small groups: we add this many people with a usual result', 'Three of three says less than thirty of thirty.'],
  },
  preferences: 'What matters most to you',
  preferencesLead: 'Without a goal we put jobs in order with points. A job that fits entirely has 1000 points.',
  prefColumns: {
    name: 'Choice',
    week: 'Points off per week',
    euro: 'Points off per euro',
    chance: 'Points for each step of chance',
  },
  prefNames: { balanced: 'A bit of everything', soonest: 'Ready soon', cheapest: 'Pay little', surest: 'Be certain' },
  rules: 'Rules and amounts',
  rulesLead: 'Each rule has a source and a date. We say what we are not sure of.',
  ruleColumns: { rule: 'Rule', value: 'Value', from: 'Valid from', checked: 'Checked', sure: 'How sure', source: 'Source' },
  certainty: {
    seen: 'Seen',
    'seen-old': 'Seen, but old',
    calculated: 'Calculated',
    unverified: 'Not checked',
    unknown: 'Not known',
  },
  versions: 'Versions and counts',
  versionRows: {
    taxonomy: 'Lists of skills and occupations',
    model: 'Model',
    data: 'Data',
    on: 'Calculated on',
    counts: 'Vacancies and courses',
  },
  countsText: (vacancies, offerings) => `${vacancies} vacancies, ${offerings} courses`,
  stored: 'What we keep',
  storedText: 'Only what you fill in, until 30 days after your last visit. You can see and erase it at any time.',
  storedLink: 'See your data',
  demo: 'What is real?',
  demoText:
    'This is a demo. The people, employers, vacancies and counts are invented, and nearly all programmes. Real are the initiatives with their programmes, the rules and the sums.',
  notDemo: 'The vacancies and programmes come from the sources named with them.',
  wrong: 'Is something not right?',
  wrongText:
    'Do not rely on a computer only. Ask the Werkcentrum or the provider. With each route you can see where a number comes from.',
  unknownValue: 'not known',
  units: {
    perHour: (amount) => `${amount} an hour`,
    perDay: (amount) => `${amount} a day`,
    perKm: (amount) => `${amount} a km`,
    kmPerHour: (n) => `${n} km an hour`,
    loan: (amount) => `${amount}, as a loan`,
    perMonth: (amount) => `${amount} a month`,
    months: (n) => `${n} months`,
    minutes: (n) => `${n} minutes`,
    days: (n) => `${n} days`,
    workingDays: (n) => `${n} working days`,
    people: (n) => `${n} people`,
    hours: (n) => `${n} hours`,
    range: (from, to) => `${from} to ${to}`,
    ask: 'ask',
    can: 'possible',
    cannot: 'not possible',
  },
}

export const howItWorksWords = { nl, en } satisfies Both<typeof nl>

type RuleValue = number | string | readonly string[] | { readonly from: number; readonly to: number } | null

/** The value of a rule with its unit, in words. */
export function ruleValueText(value: RuleValue, unit: string, language: Language): string {
  const words = howItWorksWords[language]
  if (value === null) return words.unknownValue
  if (typeof value === 'object') {
    if (!('from' in value)) return value.map((day) => dateText(day, language)).join(', ')
    return words.units.range(ruleValueText(value.from, unit, language), ruleValueText(value.to, unit, language))
  }
  if (typeof value === 'string') {
    return value === 'ask' || value === 'can' || value === 'cannot' ? words.units[value] : value
  }
  const write = writers[unit]
  return write ? write(value, words, language) : numberText(value, language)
}

const writers: Readonly<Record<string, (value: number, words: typeof nl, language: Language) => string>> = {
  centsPerHour: (value, { units }, language) => units.perHour(centsText(value, language)),
  centsPerDay: (value, { units }, language) => units.perDay(centsText(value, language)),
  centsPerKm: (value, { units }, language) => units.perKm(centsText(value, language)),
  kmPerHour: (value, { units }, language) => units.kmPerHour(numberText(value, language)),
  euro: (value, _words, language) => euroText(value, language),
  euroLoan: (value, { units }, language) => units.loan(euroText(value, language)),
  euroPerMonth: (value, { units }, language) => units.perMonth(euroText(value, language)),
  share: (value, words, language) => words.of100(numberText(Math.round(value * 1000) / 10, language)),
  months: (value, { units }, language) => units.months(numberText(value, language)),
  hours: (value, { units }, language) => units.hours(numberText(value, language)),
  minutes: (value, { units }, language) => units.minutes(numberText(value, language)),
  days: (value, { units }, language) => units.days(numberText(value, language)),
  workingDays: (value, { units }, language) => units.workingDays(numberText(value, language)),
  people: (value, { units }, language) => units.people(numberText(value, language)),
}
