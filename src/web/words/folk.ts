import type { PersonShown } from '../../modules/match-profiles/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import type { Both } from './both.ts'
import { cefrText, languageName, monthText } from './format.ts'

type Counts = PersonShown['counts']

const nl = {
  profile: (handle: string) => `Profiel ${handle}`,
  none: 'Nu niemand.',
  more: 'Er zijn er meer dan we laten zien. Je ziet er 50.',
  order: 'De volgorde: wie zeker past eerst, daarna de meeste skills. Gelijk? Dan loten we, elke dag opnieuw.',
  travel: (minutes: number) => `ongeveer ${minutes} minuten reizen of minder`,
  hours: (least: number, most: number) => (least === most ? `${least} uur` : `${least} tot ${most} uur`),
  days: (days: number) => (days === 1 ? '1 dag per week' : `${days} dagen per week`),
  from: (month: string) => `vanaf ${month}`,
  fromQuarter: (quarter: string, year: string) => `vanaf kwartaal ${quarter} van ${year}`,
  readyOn: (date: string) => `klaar op ${date}`,
  cameFrom: (work: string) => `Deed eerder: ${work}.`,
  workField: { ict: 'werk in de ICT', other: 'werk buiten de ICT' },
  diploma: (level: number) => `Diploma op niveau ${level}.`,
  languages: (list: string) => `Talen: ${list}.`,
  counts: (n: Counts) =>
    [
      `${n.have} heeft`,
      ...(n.near > 0 ? [`${n.near} bijna`] : []),
      ...(n.learn > 0 ? [`${n.learn} via de cursus`] : []),
      ...(n.unknown > 0 ? [`${n.unknown} niet bekend`] : []),
      ...(n.miss > 0 ? [`${n.miss} mist nog`] : []),
      ...(n.hidden > 0 ? [`${n.hidden} tonen we niet`] : []),
    ].join(', '),
  hidden: 'Een skill die maar weinig mensen hebben, tonen we niet. Anders zie je wie het is.',
  claimed: 'Alles zei deze persoon zelf. Vraag om een voorbeeld.',
  proven: (list: string) => `Bewezen: ${list}. De rest zei deze persoon zelf.`,
  training: (title: string, weeks: number, starts: string) =>
    `${title}, ${weeks} ${weeks === 1 ? 'week' : 'weken'}. Start ${starts}.`,
  toAsk: (list: string) => `Nog te vragen: ${list}.`,
  demo: 'Verzonnen persoon',
}

const en: typeof nl = {
  profile: (handle) => `Profile ${handle}`,
  none: 'Nobody now.',
  more: 'There are more than we show. You see 50.',
  order: 'The order: who surely fits first, then most skills. Equal? Then by lot, anew each day.',
  travel: (minutes) => `about ${minutes} minutes of travel or less`,
  hours: (least, most) => (least === most ? `${least} hours` : `${least} to ${most} hours`),
  days: (days) => (days === 1 ? '1 day a week' : `${days} days a week`),
  from: (month) => `from ${month}`,
  fromQuarter: (quarter, year) => `from quarter ${quarter} of ${year}`,
  readyOn: (date) => `ready on ${date}`,
  cameFrom: (work) => `Did before: ${work}.`,
  workField: { ict: 'work in IT', other: 'work outside IT' },
  diploma: (level) => `Diploma at level ${level}.`,
  languages: (list) => `Languages: ${list}.`,
  counts: (n) =>
    [
      `has ${n.have}`,
      ...(n.near > 0 ? [`${n.near} almost`] : []),
      ...(n.learn > 0 ? [`${n.learn} through the course`] : []),
      ...(n.unknown > 0 ? [`${n.unknown} not known`] : []),
      ...(n.miss > 0 ? [`${n.miss} still missing`] : []),
      ...(n.hidden > 0 ? [`${n.hidden} not shown`] : []),
    ].join(', '),
  hidden: 'A skill that only a few people have is not shown. It would tell you who this is.',
  claimed: 'This person said all of it. Ask for an example.',
  proven: (list) => `Proven: ${list}. This person said the rest.`,
  training: (title, weeks, starts) => `${title}, ${weeks} ${weeks === 1 ? 'week' : 'weeks'}. Starts ${starts}.`,
  toAsk: (list) => `Still to ask: ${list}.`,
  demo: 'Invented person',
}

export const folkWords = { nl, en } satisfies Both<typeof nl>

/** '2027-01' is 'vanaf januari 2027'; '2027-Q1' is a quarter. */
export function availableText(available: string, language: Language): string {
  const words = folkWords[language]
  const [year = '', part = ''] = available.split('-')
  if (part.startsWith('Q')) return words.fromQuarter(part.slice(1), year)
  return words.from(monthText(available, language))
}

/** 'Nederlands B1, Engels C1'. */
export function languagesText(languages: NonNullable<PersonShown['languages']>, language: Language): string {
  return Object.entries(languages)
    .map(([code, level]) => `${languageName(code, language)} ${cefrText(level)}`)
    .join(', ')
}
