import type { Language } from '../modules/skills/index.ts'
import type { CheckItem, CheckSummary, CountPair, VacancyCheckView } from '../modules/vacancy-checks/index.ts'
import { conditionName } from './plan-text.ts'
import { words } from './words.ts'

const nl = {
  fewer: 'minder dan 10',
  atMost: (people: string) => `hoogstens ${people}`,
  to: 'tot',
  now: (people: string, base: string) => `Nu bereikbaar: ${people}, van ${base} mensen die dit werk kunnen`,
  accepted: (changes: number, people: string) => `Met alle ${changes} voorstellen: ${people}`,
  alone: (people: string) => `kost op zichzelf ${people} mensen`,
  severities: { law: 'Tegen de wet', shutsOut: 'Sluit mensen uit', tip: 'Tip' },
  suggestion: 'Voorstel',
  promise: (people: string) => `dan ${people} mensen`,
  leaveOut: '(weglaten)',
  missing: 'Ontbreekt',
  example: 'Bijvoorbeeld',
  good: 'Goed',
  nothing: 'Niets gevonden dat mensen buitensluit.',
  allowed: 'Blijft staan, met reden',
  summary: {
    vacancies: (count: number) => (count === 1 ? '1 vacature' : `${count} vacatures`),
    unreadable: (count: number) => `${count} konden niet gelezen worden`,
    law: (count: number) => `${count} met iets tegen de wet`,
    clean: (count: number) => `${count} die niemand onnodig buitensluiten`,
    most: 'Wat er het meest te verbeteren is:',
    brings: (people: string) => `levert gemiddeld ${people} mensen op`,
    skills: 'Skills die het vaakst moeten:',
    reached: (now: string, accepted: string) => `Gemiddeld bereikbaar: ${now} mensen, en ${accepted} met alle voorstellen`,
  },
}

const en: typeof nl = {
  fewer: 'fewer than 10',
  atMost: (people) => `at most ${people}`,
  to: 'to',
  now: (people, base) => `Within reach now: ${people}, of ${base} people who can do this work`,
  accepted: (changes, people) => `With all ${changes} suggestions: ${people}`,
  alone: (people) => `by itself costs ${people} people`,
  severities: { law: 'Against the law', shutsOut: 'Shuts people out', tip: 'Tip' },
  suggestion: 'Suggestion',
  promise: (people) => `then ${people} people`,
  leaveOut: '(leave out)',
  missing: 'Missing',
  example: 'For example',
  good: 'Good',
  nothing: 'Found nothing that shuts people out.',
  allowed: 'Stays, with a reason',
  summary: {
    vacancies: (count) => (count === 1 ? '1 vacancy' : `${count} vacancies`),
    unreadable: (count) => `${count} could not be read`,
    law: (count) => `${count} with something against the law`,
    clean: (count) => `${count} that shut nobody out without need`,
    most: 'What can be improved most:',
    brings: (people) => `brings ${people} people on average`,
    skills: 'Skills that are demanded most:',
    reached: (now, accepted) => `Within reach on average: ${now} people, and ${accepted} with all suggestions`,
  },
}

const checkWords: Readonly<Record<Language, typeof nl>> = { nl, en }
const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' }

/** What `schakel check` says of one text. */
export function checkText(view: VacancyCheckView, language: Language): string[] {
  const say = checkWords[language]
  const { counts, note, items, missing, praise } = view
  const people = peopleIn(language)
  return [
    ...(view.basis.demo ? [words[language].demo, ''] : []),
    ...(view.title ? [view.title.words] : []),
    ...(counts ? [say.now(people(counts.now), people(counts.base.people))] : note === undefined ? [] : [note]),
    ...(counts?.accepted ? [say.accepted(counts.accepted.changes, people(counts.accepted.people))] : []),
    ...items.flatMap((item) => itemText(item, language)),
    ...missing.flatMap(({ severity, title, why, example }) => [
      `-  ${say.missing} (${say.severities[severity].toLowerCase()}): ${title}`,
      `   ${why}`,
      `   ${say.example}: ${example}`,
    ]),
    ...praise.map(({ title, words: read }) => `+  ${say.good}: ${title} (“${read}”)`),
    ...(items.some(({ said }) => said) || missing.length > 0 ? [] : [say.nothing]),
  ]
}

function itemText({ mark, place, said, demands, rewrites, allowed }: CheckItem, language: Language): string[] {
  const say = checkWords[language]
  const people = peopleIn(language)
  const names = demands.map(({ demand, label, costs }) => {
    const name = conditionName(demand, label, words[language])
    return costs ? `${name}: ${say.alone(people(costs))}` : name
  })
  const sign = mark.padEnd(3)
  return [
    `${sign}${place ? `“${place.words}” ` : ''}${names.length > 0 ? `(${names.join('; ')})` : ''}`.trimEnd(),
    ...(said ? [`   ${saidText(said, say.severities)}`] : []),
    ...(allowed === undefined ? [] : [`   ${say.allowed}: ${allowed}`]),
    ...rewrites.slice(0, 1).map(({ replacement, promise }) => {
      const told = replacement.trim() === '' ? say.leaveOut : `“${replacement}”`
      return `   ${say.suggestion}: ${told}${promise ? `, ${say.promise(people(promise))}` : ''}`
    }),
  ]
}

/** Titles have no full stop, and those of tips say that they are. */
function saidText({ severity, title, why }: NonNullable<CheckItem['said']>, severities: typeof nl.severities): string {
  const isTold = title.startsWith(`${severities[severity]}:`)
  return `${isTold ? '' : `${severities[severity]}: `}${title.replace(/[.!?]?$/, (end) => end || '.')} ${why}`
}

/** What several texts have in common. */
export function summaryText(summary: CheckSummary, language: Language): string[] {
  const { summary: say } = checkWords[language]
  const number = (value: number): string => new Intl.NumberFormat(locales[language]).format(value)
  const parts = [
    say.vacancies(summary.vacancies),
    say.law(summary.againstTheLaw),
    say.clean(summary.clean),
    ...(summary.unreadable > 0 ? [say.unreadable(summary.unreadable)] : []),
  ]
  return [
    `${parts.join(', ')}.`,
    ...(summary.reached ? [`${say.reached(number(summary.reached.now), number(summary.reached.accepted))}.`] : []),
    ...(summary.checks.length > 0 ? [say.most] : []),
    ...summary.checks.map(
      ({ title, vacancies, brings }) =>
        `  ${say.vacancies(vacancies)}: ${title}${!brings ? '' : ` (${say.brings(number(brings))})`}`,
    ),
    ...(summary.skills.length > 0 ? [say.skills] : []),
    ...summary.skills.map(({ label, vacancies }) => `  ${say.vacancies(vacancies)}: ${label}`),
  ]
}

/** The smaller first: what is gained if all holds may be less than if nothing does. */
function peopleIn(language: Language): (pair: CountPair) => string {
  const say = checkWords[language]
  const format = new Intl.NumberFormat(locales[language])
  const one = (people: number): string => (people === 0 ? say.fewer : format.format(people))
  return ([low, high]) => {
    const [from, to] = [low ?? 0, high ?? 0].sort((a, b) => a - b) as [number, number]
    if (from === to) return one(from)
    return from === 0 ? say.atMost(one(to)) : `${one(from)} ${say.to} ${one(to)}`
  }
}
