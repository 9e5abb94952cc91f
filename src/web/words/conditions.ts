import type { Profile } from '../../modules/people/index.ts'
import type { ConditionView } from '../../modules/planning/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { dateOfWeek } from '../../platform/calendar.ts'
import type { Both } from './both.ts'
import { cefrText, centsText, dateText } from './format.ts'

type Pair = readonly [number, number]

const range = (pair: Pair, to: string): string => (pair[0] === pair[1] ? `${pair[1]}` : `${pair[0]} ${to} ${pair[1]}`)

const nl = {
  to: 'tot',
  skills: 'Skills',
  hours: 'Uren per week',
  days: 'Werkdagen',
  place: 'Reistijd',
  wage: 'Loon',
  language: (label: string) => `Taal: ${label}`,
  workLevel: 'Werkniveau',
  diploma: 'Diploma',
  experienceYears: 'Ervaring',
  licence: (label: string) => `Rijbewijs of bewijs ${label}`,
  certificateOfConduct: 'Verklaring omtrent het gedrag (VOG)',
  permit: 'Werkvergunning',
  start: 'Begindatum',
  unknownYou: 'Je zei dit nog niet.',
  unknownThem: 'De werkgever zegt dit niet. Vraag het.',
  hoursUnmet: (asked: string, found: string, by: number) =>
    `De baan is ${asked} uur. Jij koos ${found} uur. Dat scheelt ${by} uur.`,
  hoursAsk: (asked: string) => `De baan is ${asked} uur.`,
  daysUnmet: (by: number) =>
    by === 1 ? 'Op 1 van de gevraagde dagen kun je niet.' : `Op ${by} van de gevraagde dagen kun je niet.`,
  placeUnmet: (found: number, asked: number, by: number) =>
    `Ongeveer ${found} minuten reizen. Jouw grens is ${asked}. Dat is ${by} minuten te veel.`,
  placeUnknown: 'Wij weten niet waar het werk is. Vraag het.',
  wageUnmet: (found: string, asked: string, by: string) => `Hooguit ${found} per uur. Jij vraagt ${asked}. Dat scheelt ${by}.`,
  wageUnknown: 'De vacature noemt geen loon. Vraag het.',
  languageUnmet: (asked: string, found: string, by: number) =>
    `Vraagt ${asked}. Jij hebt ${found}. Dat is ${by === 1 ? '1 stap' : `${by} stappen`} te weinig.`,
  languageAsk: (asked: string) => `Vraagt ${asked}.`,
  levelUnmet: (asked: string, found: string) => `Vraagt ${asked}. Jij hebt ${found}.`,
  levelAsk: (asked: string) => `Vraagt ${asked}.`,
  nlqf: ['mbo-1', 'mbo-2', 'mbo-3', 'mbo-4', 'associate degree', 'hbo of wo bachelor', 'hbo of wo master', 'promotie'],
  diplomaUnmet: (asked: string) => `Vraagt een diploma: ${asked}. Iets anders telt hier niet.`,
  yearsUnmet: (asked: number, found: number) => `Vraagt ${asked} jaar ervaring. Jij hebt ${found} jaar.`,
  yearsAsk: (asked: number) => `Vraagt ${asked} jaar ervaring.`,
  licenceUnmet: (label: string) => `Vraagt ${label}. Dat heb je nog niet.`,
  conductAsk: 'Je vraagt die aan als je de baan krijgt.',
  conductUnmet: 'De werkgever vraagt een VOG. Jij zei dat je die niet krijgt.',
  permitUnmet: 'De werkgever regelt geen werkvergunning.',
  permitUnknown: 'Wij weten niet of de werkgever een werkvergunning regelt. Vraag het.',
  startUnmet: (asked: string, found: string) => `Je moet uiterlijk ${asked} beginnen. Jij kunt beginnen vanaf ${found}.`,
  skillUnmet: (label: string) => `${label} mist nog.`,
  skillUnknown: (label: string) => `${label}: hier vroegen we nog niet naar.`,
  skillEvidence: (label: string) => `${label}: de werkgever wil bewijs zien.`,
}

const en: typeof nl = {
  to: 'to',
  skills: 'Skills',
  hours: 'Hours per week',
  days: 'Working days',
  place: 'Travel',
  wage: 'Wage',
  language: (label) => `Language: ${label}`,
  workLevel: 'Work level',
  diploma: 'Diploma',
  experienceYears: 'Experience',
  licence: (label) => `Licence ${label}`,
  certificateOfConduct: 'Certificate of conduct (VOG)',
  permit: 'Work permit',
  start: 'Start date',
  unknownYou: 'You have not said this yet.',
  unknownThem: 'The employer does not say. Ask.',
  hoursUnmet: (asked, found, by) => `The job is ${asked} hours. You chose ${found} hours. The gap is ${by} hours.`,
  hoursAsk: (asked) => `The job is ${asked} hours.`,
  daysUnmet: (by) =>
    by === 1 ? 'You are not free on 1 of the days asked for.' : `You are not free on ${by} of the days asked for.`,
  placeUnmet: (found, asked, by) => `About ${found} minutes of travel. Your limit is ${asked}. That is ${by} minutes too many.`,
  placeUnknown: 'We do not know where the work is. Ask.',
  wageUnmet: (found, asked, by) => `At most ${found} an hour. You ask for ${asked}. The gap is ${by}.`,
  wageUnknown: 'The vacancy names no wage. Ask.',
  languageUnmet: (asked, found, by) =>
    `Asks for ${asked}. You have ${found}. That is ${by === 1 ? '1 step' : `${by} steps`} short.`,
  languageAsk: (asked) => `Asks for ${asked}.`,
  levelUnmet: (asked, found) => `Asks for ${asked}. You have ${found}.`,
  levelAsk: (asked) => `Asks for ${asked}.`,
  nlqf: ['mbo-1', 'mbo-2', 'mbo-3', 'mbo-4', 'associate degree', 'bachelor', 'master', 'doctorate'],
  diplomaUnmet: (asked) => `Asks for a diploma: ${asked}. Nothing else counts here.`,
  yearsUnmet: (asked, found) => `Asks for ${asked} years of experience. You have ${found}.`,
  yearsAsk: (asked) => `Asks for ${asked} years of experience.`,
  licenceUnmet: (label) => `Asks for ${label}. You do not have it yet.`,
  conductAsk: 'You ask for it when you get the job.',
  conductUnmet: 'The employer asks for a VOG. You said you will not get one.',
  permitUnmet: 'The employer does not arrange a work permit.',
  permitUnknown: 'We do not know whether the employer arranges a work permit. Ask.',
  startUnmet: (asked, found) => `You must start by ${asked}. You can start from ${found}.`,
  skillUnmet: (label) => `${label} is still missing.`,
  skillUnknown: (label) => `${label}: we have not asked about this yet.`,
  skillEvidence: (label) => `${label}: the employer wants to see evidence.`,
}

export const conditionWords = { nl, en } satisfies Both<typeof nl>

type Words = typeof nl

/** The part of a key before the colon. */
export function conditionKind(key: string): string {
  const colon = key.indexOf(':')
  return colon < 0 ? key : key.slice(0, colon)
}

export function conditionTitle(
  condition: { readonly key: string; readonly label?: string | undefined },
  language: Language,
): string {
  const words = conditionWords[language]
  const kind = conditionKind(condition.key)
  const label = condition.label ?? ''
  if (kind === 'skill') return label
  if (kind === 'language') return words.language(label)
  if (kind === 'licence') return words.licence(label)
  return words[
    kind as
      | 'hours'
      | 'days'
      | 'place'
      | 'wage'
      | 'workLevel'
      | 'diploma'
      | 'experienceYears'
      | 'permit'
      | 'start'
      | 'certificateOfConduct'
  ]
}

/** What was asked, what was found, and how far apart. */
export function conditionSentence(condition: ConditionView, language: Language, profile?: Profile): string {
  const words = conditionWords[language]
  const sentence = sentences[conditionKind(condition.key)]
  const text = sentence?.(condition, words, language) ?? ''
  if (condition.state !== 'unknown') return text
  return `${text} ${unknownOf(condition, words, profile)}`.trim()
}

/** Unknown because the person did not say, or because the employer did not. */
function unknownOf({ key }: ConditionView, words: Words, profile: Profile | undefined): string {
  const kind = conditionKind(key)
  if (kind === 'place' || kind === 'wage' || kind === 'permit') return ''
  if (kind === 'hours' && profile?.hours !== undefined) return words.unknownThem
  if (kind === 'days' && profile?.days !== undefined) return words.unknownThem
  return kind === 'skill' ? '' : words.unknownYou
}

const numberOf = (value: ConditionView['asked'] | undefined): number => (typeof value === 'number' ? value : 0)
const pairOf = (value: ConditionView['asked'] | undefined): Pair =>
  Array.isArray(value) ? [Number(value[0]), Number(value[1])] : [0, 0]

type Sentence = (condition: ConditionView, words: Words, language: Language) => string

const sentences: Readonly<Record<string, Sentence>> = {
  hours: ({ state, asked, found, distance }, words) => {
    if (state === 'unmet') return words.hoursUnmet(range(pairOf(asked), words.to), range(pairOf(found), words.to), distance)
    return Array.isArray(asked) && asked.length === 2 ? words.hoursAsk(range(pairOf(asked), words.to)) : ''
  },
  days: ({ state, distance }, words) => (state === 'unmet' ? words.daysUnmet(distance) : ''),
  place: ({ state, asked, found, distance }, words) =>
    state === 'unmet' ? words.placeUnmet(numberOf(found), numberOf(asked), distance) : words.placeUnknown,
  wage: ({ state, asked, found, distance }, words, language) =>
    state === 'unmet'
      ? words.wageUnmet(centsText(numberOf(found), language), centsText(numberOf(asked), language), centsText(distance, language))
      : words.wageUnknown,
  language: ({ state, asked, found, distance, label }, words) => {
    const wanted = `${label ?? ''} ${cefrText(numberOf(asked))}`
    return state === 'unmet' ? words.languageUnmet(wanted, cefrText(numberOf(found)), distance) : words.languageAsk(wanted)
  },
  workLevel: ({ state, asked, found }, words) => {
    const level = (value: ConditionView['asked'] | undefined): string => words.nlqf[numberOf(value) - 1] ?? String(value)
    return state === 'unmet' ? words.levelUnmet(level(asked), level(found)) : words.levelAsk(level(asked))
  },
  diploma: ({ asked }, words) => words.diplomaUnmet(words.nlqf[numberOf(asked) - 1] ?? String(asked)),
  experienceYears: ({ state, asked, found }, words) =>
    state === 'unmet' ? words.yearsUnmet(numberOf(asked), numberOf(found)) : words.yearsAsk(numberOf(asked)),
  licence: ({ asked }, words) => words.licenceUnmet(String(asked)),
  certificateOfConduct: ({ state }, words) => (state === 'unmet' ? words.conductUnmet : words.conductAsk),
  permit: ({ state }, words) => (state === 'unmet' ? words.permitUnmet : words.permitUnknown),
  start: ({ asked, found }, words, language) =>
    words.startUnmet(dateText(dateOfWeek(numberOf(asked)), language), dateText(dateOfWeek(numberOf(found)), language)),
  skill: ({ state, label = '', evidenceLacking }, words) =>
    evidenceLacking !== undefined
      ? words.skillEvidence(label)
      : state === 'unmet'
        ? words.skillUnmet(label)
        : words.skillUnknown(label),
}
