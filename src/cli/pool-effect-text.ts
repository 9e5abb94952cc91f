import type { DemandView, PoolCounts, PoolEffectView } from '../modules/pool-effects/index.ts'
import type { Language } from '../modules/skills/index.ts'
import { conditionName } from './plan-text.ts'
import { words } from './words.ts'

/** What `schakel pool-effect` says. Both languages, or it does not compile. */
interface PoolWords {
  readonly fewer: string
  readonly to: string
  readonly pool: (people: string) => string
  readonly able: (people: string) => string
  readonly now: (people: string) => string
  readonly costs: string
  readonly pairs: string
  readonly and: string
  readonly more: (people: string) => string
  readonly all: (people: string) => string
  readonly trainings: string
  readonly margin: string
  /** Demands of a training, beside the names of conditions. */
  readonly demands: Readonly<Record<string, string>>
}

const nl: PoolWords = {
  fewer: 'minder dan 10',
  to: 'tot',
  pool: (people) => `${people} mensen tellen mee.`,
  able: (people) => `Heeft alle skills: ${people}`,
  now: (people) => `Nu bereikbaar: ${people}`,
  costs: 'Wat elke eis alleen kost, in mensen:',
  pairs: 'Samen meer dan apart:',
  and: ' en ',
  more: (people) => `${people} meer`,
  all: (people) => `Alle eisen samen: ${people}`,
  trainings: 'Cursussen die de meeste mensen binnen bereik brengen:',
  margin: 'Twee getallen: als niets klopt wat nog niet gevraagd is, en als alles klopt. Afgerond op 10.',
  demands: { studyHours: 'lesuren per week', studyPlace: 'plaats van de les', studyOnline: 'les online' },
}

const en: PoolWords = {
  fewer: 'fewer than 10',
  to: 'to',
  pool: (people) => `${people} people are counted.`,
  able: (people) => `Has every skill: ${people}`,
  now: (people) => `Within reach now: ${people}`,
  costs: 'What each demand alone costs, in people:',
  pairs: 'Together more than apart:',
  and: ' and ',
  more: (people) => `${people} more`,
  all: (people) => `All demands together: ${people}`,
  trainings: 'Courses that bring most people within reach:',
  margin: 'Two numbers: if nothing holds that was not asked yet, and if all of it does. Rounded to 10.',
  demands: { studyHours: 'hours of lessons a week', studyPlace: 'place of the lessons', studyOnline: 'lessons online' },
}

const poolWords: Readonly<Record<Language, PoolWords>> = { nl, en }
const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' }

export function poolEffectText(view: PoolEffectView, language: Language): string[] {
  const title = view.vacancy
    ? `${view.vacancy.title} (${view.vacancy.employer})`
    : view.training && `${view.training.title} (${view.training.provider})`
  return [
    ...(view.basis.demo ? [words[language].demo, ''] : []),
    ...(title === undefined ? [] : [title]),
    ...(view.counts ? countsText(view.counts, language) : [view.note ?? '']),
  ]
}

function countsText({ pool, able, now, demands, pairs, all, trainings }: PoolCounts, language: Language): string[] {
  const say = poolWords[language]
  const format = new Intl.NumberFormat(locales[language])
  const one = (people: number | null): string => (people === null ? say.fewer : format.format(people))
  /** The smaller first: what is gained if all holds may be less than if nothing does. */
  const both = (pair: readonly [number | null, number | null]): string => {
    const [low, high] = [...pair].sort((a, b) => (a ?? 0) - (b ?? 0)) as [number | null, number | null]
    return low === high ? one(low) : `${one(low)} ${say.to} ${one(high)}`
  }
  const name = ({ demand, label }: DemandView): string => say.demands[demand] ?? conditionName(demand, label, words[language])
  return [
    say.pool(format.format(pool)),
    say.able(both(able)),
    say.now(both(now)),
    say.costs,
    ...demands.map((one) => `  ${name(one)}: ${both(one.costs)}`),
    ...(pairs.length > 0 ? [say.pairs] : []),
    ...pairs.map(({ demands: [a, b], more }) => `  ${name(a)}${say.and}${name(b)}: ${say.more(both(more))}`),
    say.all(both(all)),
    ...(trainings.length > 0 ? [say.trainings] : []),
    ...trainings.map(({ training, brings }) => `  ${training.title} (${training.provider}): ${both(brings)}`),
    say.margin,
  ]
}
