import type { CompiledVacancy, Coordinates, Demands, Market, Person, TravelMode } from '../matching/index.ts'
import { type AspectName, aspectOf, silentPerson } from './aspects.ts'
import type { Reach } from './segment.ts'

type Demand = ReturnType<Demands['get']>

/** A skill that is asked, by the key under which it is counted. */
export interface AskedSkill {
  readonly key: string
  readonly number: number
  readonly demand: Demand
}

export type TermState = 'met' | 'unknown' | 'unmet'

/** A term or a limit that looks at one aspect: of a person it is given that part only. */
export interface AskedTerm {
  readonly key: string
  readonly aspect: AspectName
  readonly stateOf: (person: Person) => TermState
}

/** The term that looks at where somebody lives. */
export interface AskedPlace {
  readonly key: string
  /** Silent: unknown for whoever has a home and does not find the work from home enough. */
  readonly at: Coordinates | undefined
  readonly remoteShare: number
  readonly kmPerHour: Readonly<Record<TravelMode, number>>
  /** Whether the work from home is enough, wherever the place is. */
  readonly isSettled: (reach: Reach) => boolean
}

/** What one question asks of everybody. */
export interface Asking {
  readonly skills: readonly AskedSkill[]
  readonly terms: readonly AskedTerm[]
  readonly place: AskedPlace | undefined
  /** Keys that count as demands even when they stand against nobody. */
  readonly stated: readonly string[]
}

/** A vacancy as a question to people: its essentials and terms, each term judged by its own function. */
export function askingOf(market: Market, { vacancy, essentials, terms }: CompiledVacancy): Asking {
  const plain = terms.filter(({ key }) => key !== 'place')
  const place = terms.find(({ key }) => key === 'place')
  // Without its place only the work from home can make the term hold.
  const { place: at, ...placeless } = vacancy
  return {
    skills: essentials.map(({ requirement, demand }) => askedSkill(market, requirement.skill, demand)),
    terms: plain.map(({ key, judge }) => ({
      key,
      aspect: aspectOf(key) as AspectName,
      stateOf: (person) => judge(person, vacancy, market.context)?.state ?? 'met',
    })),
    place: place && {
      key: place.key,
      at,
      remoteShare: vacancy.remoteShare ?? 0,
      kmPerHour: market.context.kmPerHour,
      isSettled: (reach) =>
        place.judge({ ...silentPerson, place: { at: anywhere, ...reach } }, placeless, market.context) === undefined,
    },
    stated: statedBy({ vacancy, essentials }),
  }
}

const anywhere: Coordinates = [0, 0]

export function askedSkill({ demands }: Market, id: string, number: number): AskedSkill {
  return { key: `skill:${id}`, number, demand: demands.get(number) }
}

/** The demands that the vacancy itself states; others may still be a person's own (ruling 45). */
function statedBy({ vacancy, essentials }: Pick<CompiledVacancy, 'vacancy' | 'essentials'>): string[] {
  return [
    ...essentials.map(({ requirement }) => `skill:${requirement.skill}`),
    ...(vacancy.hours ? ['hours'] : []),
    ...(vacancy.days !== undefined ? ['days'] : []),
    ...(vacancy.place ? ['place'] : []),
    ...(vacancy.wageCents ? ['wage'] : []),
    ...(vacancy.languages ?? []).map(({ code }) => `language:${code}`),
    ...(vacancy.workLevel ? ['workLevel'] : []),
    ...(vacancy.diplomaOnly ? ['diploma'] : []),
    ...(vacancy.experienceYears !== undefined ? ['experienceYears'] : []),
    ...(vacancy.licences ?? []).map((code) => `licence:${code}`),
    ...(vacancy.certificateOfConduct ? ['certificateOfConduct'] : []),
    ...(vacancy.latestStart !== undefined ? ['start'] : []),
  ]
}
