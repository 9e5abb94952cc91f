/** Trainings to ask the provider about, as lines of text: what each opens and what to ask. Never a date. */
import type { AskReason, AskView } from '../modules/planning/index.ts'
import type { Language } from '../modules/skills/index.ts'
import { count } from './words.ts'

interface AskWords {
  readonly lead: string
  readonly ask: (what: string) => string
  readonly reasons: Readonly<Record<AskReason, string>>
  readonly derived: string
  readonly mostly: (occupations: string) => string
  readonly opens: (low: number, high: number) => string
  readonly weeks: (weeks: number) => string
  readonly hours: (hours: number) => string
}

const nl: AskWords = {
  lead: 'Vraag de opleider. Deze opleidingen brengen je verder, maar wij weten niet alles. Ze staan in geen route:',
  ask: (what) => `vraag ${what}`,
  reasons: {
    start: 'wanneer je kunt starten',
    length: 'hoe lang het duurt',
    load: 'hoeveel uur per week',
    price: 'wat het kost',
  },
  derived: 'wat je leert, is afgeleid: vraag dit na',
  mostly: (occupations) => `vooral ${occupations}`,
  opens: (low, high) => (low >= high ? `opent ${count(low, 'baan', 'banen')}` : `opent misschien ${high} banen, ${low} zeker`),
  weeks: (weeks) => count(weeks, 'week', 'weken'),
  hours: (hours) => `${hours} uur per week`,
}

const en: AskWords = {
  lead: 'Ask the provider. These trainings bring you further, but we do not know everything. They are in no plan:',
  ask: (what) => `ask ${what}`,
  reasons: {
    start: 'when you can start',
    length: 'how long it takes',
    load: 'how many hours a week',
    price: 'what it costs',
  },
  derived: 'what you learn is derived: ask about it',
  mostly: (occupations) => `mostly ${occupations}`,
  opens: (low, high) => (low >= high ? `opens ${count(low, 'job', 'jobs')}` : `may open ${high} jobs, ${low} for certain`),
  weeks: (weeks) => count(weeks, 'week', 'weeks'),
  hours: (hours) => `${hours} hours a week`,
}

const words: Readonly<Record<Language, AskWords>> = { nl, en }

/** Nothing where there is nothing to ask about. */
export function asksText(asks: readonly AskView[], language: Language, euro: (amount: number) => string): string[] {
  if (asks.length === 0) return []
  return [words[language].lead, ...asks.flatMap((ask) => askLines(ask, words[language], euro))]
}

function askLines(ask: AskView, say: AskWords, euro: (amount: number) => string): string[] {
  const { weeks, hoursPerWeek, feeEuro, placeName, mostly } = ask
  const known = [
    ...(ask.online ? ['online'] : placeName === undefined ? [] : [placeName]),
    ...(weeks === undefined ? [] : [say.weeks(weeks)]),
    ...(hoursPerWeek === undefined ? [] : [say.hours(hoursPerWeek)]),
    ...(feeEuro === undefined ? [] : [euro(feeEuro)]),
  ]
  const opens = say.opens(ask.opensLow, ask.opensHigh)
  const kinds = mostly.map(({ label }) => label).join(', ')
  return [
    `  - ${ask.title} (${[ask.provider, ...known].join(', ')})`,
    `    ${kinds === '' ? opens : `${opens}, ${say.mostly(kinds)}`}`,
    `    ${say.ask(ask.unknown.map((reason) => say.reasons[reason]).join(', '))}${ask.isDerived ? `; ${say.derived}` : ''}`,
  ]
}
