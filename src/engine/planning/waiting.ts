/** Who needs a training, what stands at its other end, and what each of its demands costs in people (ruling 53). */
import { freeWeek, type Market, type Person } from '../matching/index.ts'
import { type Asking, type DemandEffect, NeededBy, type PeopleIndex, type TermState } from '../pool/index.ts'
import type { ConceptId, Level } from '../taxonomy/index.ts'
import { type Course, nextStart } from './courses.ts'
import { knobs } from './knobs.ts'
import type { Goal } from './plan.ts'
import { askingOfCourse } from './pool-effect.ts'
import { scopeOf } from './scope.ts'

/** Exact counts of people: for certain, and in high. */
type Pair = readonly [low: number, high: number]

/** What a training costs in people, of those who need it. */
export interface WaitingPicture {
  /** Everybody who is counted. */
  readonly pool: number
  readonly needs: Pair
  /** Who needs it, and against whom nothing that the training asks stands. */
  readonly canBegin: Pair
  /** How many each demand stands against, and how many more could begin without it alone; also each pair, and all together. Sorted by key. */
  readonly alone: readonly { readonly demand: string; readonly against: Pair; readonly gain: Pair }[]
  readonly pairs: DemandEffect['pairs']
  readonly all: Pair
  /** How many more could begin were a prerequisite one level less; in the order of the prerequisites, those at level 1 left out. */
  readonly lower: readonly { readonly skill: ConceptId; readonly level: Level; readonly gain: Pair }[]
}

/** Counts vacancy by vacancy, so that whoever asks can stop in between. */
export interface WaitingCount {
  /** For how many people the training would open this vacancy. Throws on an unknown vacancy id. */
  add(vacancyId: string): Pair
  /** Of those who need it by the vacancies added. */
  picture(): WaitingPicture
}

export function countWaiting(
  market: Market,
  course: Course,
  pool: PeopleIndex,
  rowOf: (vacancyId: string) => number,
): WaitingCount {
  const needed = new NeededBy(market, pool, course.content.teaches)
  return {
    add(vacancyId) {
      const vacancy = market.at(rowOf(vacancyId))
      const isOwnJob = course.dual && vacancyId === course.offering.job
      if (!isOwnJob && (course.dual || vacancy.vacancy.carriedBy !== undefined)) return [0, 0]
      return needed.add(market, vacancy, isOwnJob)
    },
    picture: () => pictureOf(market, course, pool.size, [needed.people('low'), needed.people('high')]),
  }
}

/** Vacancies of the goal of which the training teaches an essential, by id; of one that carries a job that job. */
export function otherEndOf(market: Market, { content: { teaches }, dual, offering }: Course, goal: Goal): string[] {
  const { columns, kinds } = market
  const { demand, essential } = kinds.columns
  const isTaught = Uint8Array.from(demand, (number, kind) => (essential[kind] === 1 && teaches.has(number) ? 1 : 0))
  const stands = (row: number): boolean => {
    if (dual) return market.idOf(row) === offering.job
    if (market.isCarried(row)) return false
    const end = columns.requirementStart[row + 1] as number
    for (let at = columns.requirementStart[row] as number; at < end; at++) {
      if (isTaught[columns.requirements[at] as number] === 1) return true
    }
    return false
  }
  const rows = scopeOf(market, goal).rows ?? columns.rowByRank
  return takenInOrder(market, rows.filter(stands))
}

function takenInOrder({ columns: { rank }, idOf }: Market, rows: Uint32Array): string[] {
  return [...rows].sort((a, b) => (rank[a] as number) - (rank[b] as number)).map((row) => idOf(row))
}

function pictureOf(market: Market, course: Course, pool: number, crowds: readonly [PeopleIndex, PeopleIndex]): WaitingPicture {
  const asking = askingOfStart(market, course)
  const effects = crowds.map((people) => people.effectOf(market, asking).effect) as [DemandEffect, DemandEffect]
  const canBegin: Pair = [effects[0].now[0], effects[1].now[1]]
  return {
    pool,
    needs: [effects[0].pool, effects[1].pool],
    canBegin,
    ...gainsOf(effects, (demand) => againstOf(market, asking, demand, crowds)),
    all: [effects[0].all[0], effects[1].all[1]],
    lower: course.prerequisites.flatMap(({ demand, id }, at) => {
      const { concept, need, evidence } = market.demands.get(demand)
      if (need === 1) return []
      // A demand that may be nobody's: it gets no number, and none is asked for.
      const eased = { key: `skill:${id}`, number: -1, demand: { concept, need: need - 1, evidence } }
      const easier: Asking = { ...asking, skills: asking.skills.with(at, eased) }
      const [low, high] = crowds.map((people) => people.effectOf(market, easier).effect.now) as [Pair, Pair]
      return [{ skill: id, level: need as Level, gain: [low[0] - canBegin[0], high[1] - canBegin[1]] as const }]
    }),
  }
}

/** Low of those who need it in low, high of those in high; a demand that stands against nobody of one of them costs nothing there. */
function gainsOf(
  [low, high]: readonly [DemandEffect, DemandEffect],
  against: (demand: string) => Pair,
): Pick<WaitingPicture, 'alone' | 'pairs'> {
  const demands = [...new Set([...low.alone, ...high.alone].map(({ demand }) => demand))].sort()
  const gains = ({ alone, pairs }: DemandEffect): ReadonlyMap<string, Pair> =>
    new Map([
      ...alone.map(({ demand, gain }) => [demand, gain] as const),
      ...pairs.map((pair) => [pair.demands.join('\n'), pair.gain] as const),
    ])
  const [lows, highs] = [gains(low), gains(high)]
  const gain = (key: string, without: readonly string[]): Pair => {
    // Where one of a pair stands against nobody there, the pair costs what the other one does.
    const of = (known: ReadonlyMap<string, Pair>, at: 0 | 1): number =>
      known.get(key)?.[at] ?? without.reduce((sum, demand) => sum + (known.get(demand)?.[at] ?? 0), 0)
    return [of(lows, 0), of(highs, 1)]
  }
  return {
    alone: demands.map((demand) => ({ demand, against: against(demand), gain: gain(demand, []) })),
    pairs: demands.flatMap((first, at) =>
      demands
        .slice(at + 1)
        .map((second) => ({ demands: [first, second] as const, gain: gain(`${first}\n${second}`, [first, second]) })),
    ),
  }
}

/** Whom one demand stands against: all but those who are within reach of it alone. */
function againstOf(market: Market, asking: Asking, demand: string, crowds: readonly [PeopleIndex, PeopleIndex]): Pair {
  const only: Asking = {
    skills: asking.skills.filter(({ key }) => key === demand),
    terms: asking.terms.filter(({ key }) => key === demand),
    place: asking.place?.key === demand ? asking.place : undefined,
    stated: [],
  }
  const [low, high] = crowds.map((people) => people.effectOf(market, only).effect) as [DemandEffect, DemandEffect]
  return [low.pool - low.now[0], high.pool - high.now[1]]
}

/** All that a training asks of who would begin: ruling 46, and its days, price, weeks and starts. */
export function askingOfStart(market: Market, course: Course): Asking {
  const asking = askingOfCourse(market, course)
  const { days } = course.offering
  const { thisWeek } = market.context
  return {
    ...asking,
    terms: [
      ...asking.terms,
      ...(days === undefined
        ? []
        : [{ key: 'studyDays', aspect: 'days', stateOf: (person: Person) => daysState(person, days) } as const]),
      { key: 'studyCost', aspect: 'study', stateOf: (person) => costState(person, course) },
      { key: 'studyWeeks', aspect: 'study', stateOf: (person) => weeksState(person, course) },
      {
        key: 'studyStart',
        aspect: 'availability',
        stateOf: (person) => startState(freeWeek(person, thisWeek), course, thisWeek),
      },
    ],
    stated: [...asking.stated, ...(days === undefined ? [] : ['studyDays']), 'studyCost', 'studyWeeks', 'studyStart'],
  }
}

function daysState(person: Person, days: number): TermState {
  return person.days === undefined || (days & ~person.days) === 0 ? 'met' : 'unmet'
}

/** What schemes answer is not known of the pool: where they could pay enough it is unknown. */
function costState(person: Person, { offering: { feeEuro, funding = [] } }: Course): TermState {
  const most = person.study?.ownCostEuro
  if (most === undefined || feeEuro <= most) return 'met'
  return feeEuro - funding.reduce((sum, { euro }) => sum + euro, 0) <= most ? 'unknown' : 'unmet'
}

function weeksState(person: Person, { offering }: Course): TermState {
  const most = person.study?.totalWeeks
  return most === undefined || offering.weeks <= most ? 'met' : 'unmet'
}

function startState(free: number, course: Course, thisWeek: number): TermState {
  const start = nextStart(course, free)
  return start !== undefined && start + course.offering.weeks <= thisWeek + knobs.horizonWeeks ? 'met' : 'unmet'
}
