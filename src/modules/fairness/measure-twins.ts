import type { Judgement, Person } from '../../engine/matching/index.ts'
import type { Reach, Reason, TwinsFinding } from './report.ts'

/** Answers as the engine gives them: nothing about fit or reach is worked out here a second time. */
export interface Judge {
  judge(person: Person, vacancy: string): Judgement
}

/** Two people who differ in one thing alone. */
export interface Twins {
  readonly without: Person
  readonly withIt: Person
}

/** What one person gets of one vacancy, for comparing. */
interface Judged {
  /** Fit low and high and every essential skill that is missing, as a text. */
  readonly fit: string
  /** Terms that are not met for certain, by key. */
  readonly terms: ReadonlyMap<string, 'unmet' | 'unknown'>
}

type Door = 'open' | 'unsure' | 'shut'

/** Judges people for all vacancies, each person once. */
export class Bench {
  readonly #engine: Judge
  readonly #vacancies: readonly string[]
  readonly #known = new WeakMap<Person, readonly Judged[]>()

  constructor(engine: Judge, vacancies: readonly string[]) {
    this.#engine = engine
    this.#vacancies = vacancies
  }

  judge(person: Person): readonly Judged[] {
    const known = this.#known.get(person)
    if (known) return known
    const all = this.#vacancies.map((vacancy) => judgedOf(this.#engine.judge(person, vacancy)))
    this.#known.set(person, all)
    return all
  }

  /** Vacancies whose terms hold for one person. */
  reachOf(person: Person): Reach {
    const doors = this.judge(person).map(doorOf)
    return {
      certain: doors.filter((door) => door === 'open').length,
      possible: doors.filter((door) => door !== 'shut').length,
    }
  }

  /** How often fit or a missing skill differs between two people. */
  differences(one: Person, other: Person): number {
    const others = this.judge(other)
    return this.judge(one).filter(({ fit }, at) => fit !== others[at]?.fit).length
  }

  measure(pairs: readonly Twins[], fewestPairs: number): TwinsFinding {
    const reasons = new Map<string, { shut: number; unsure: number; opened: number }>()
    const people = { less: 0, same: 0, more: 0 }
    let different = 0
    for (const { without, withIt } of pairs) {
      different += this.differences(without, withIt)
      const gain = this.reachOf(withIt).possible - this.reachOf(without).possible
      people[gain < 0 ? 'less' : gain > 0 ? 'more' : 'same']++
      const others = this.judge(withIt)
      for (const [at, one] of this.judge(without).entries()) addReasons(reasons, one, others[at] as Judged)
    }
    return {
      pairs: pairs.length,
      tooFew: pairs.length < fewestPairs,
      fit: { compared: pairs.length * this.#vacancies.length, different },
      reach: { ...this.reachesOf(pairs), people },
      reasons: [...reasons].map(([term, counts]): Reason => ({ term, ...counts })).sort(mostFirst),
    }
  }

  reachesOf(pairs: readonly Twins[]): { without: Reach; with: Reach } {
    const sum = (people: readonly Person[]): Reach =>
      people
        .map((person) => this.reachOf(person))
        .reduce((all, one) => ({ certain: all.certain + one.certain, possible: all.possible + one.possible }), {
          certain: 0,
          possible: 0,
        })
    return { without: sum(pairs.map(({ without }) => without)), with: sum(pairs.map(({ withIt }) => withIt)) }
  }
}

function judgedOf({ conditions, fitLow, fitHigh }: Judgement): Judged {
  const isSkill = (key: string): boolean => key.startsWith('skill:')
  const missing = conditions.filter(({ key }) => isSkill(key)).map(({ key, state, distance }) => `${key} ${state} ${distance}`)
  return {
    fit: [fitLow.of, fitLow.outOf, fitHigh.of, fitHigh.outOf, ...missing].join('|'),
    terms: new Map(conditions.filter(({ key }) => !isSkill(key)).map(({ key, state }) => [key, state])),
  }
}

function doorOf({ terms }: Judged): Door {
  const states = [...terms.values()]
  return states.includes('unmet') ? 'shut' : states.length > 0 ? 'unsure' : 'open'
}

type Counts = Map<string, { shut: number; unsure: number; opened: number }>

/** The terms that made an open vacancy shut or less sure, and those that no longer stand in the way. */
function addReasons(reasons: Counts, before: Judged, after: Judged): void {
  const [was, is] = [doorOf(before), doorOf(after)]
  if (was === is) return
  if (is === 'shut') count(reasons, newIn(after, before, 'unmet'), 'shut')
  else if (was === 'shut') count(reasons, newIn(before, after, 'unmet'), 'opened')
  else if (is === 'unsure') count(reasons, newIn(after, before, 'unknown'), 'unsure')
}

/** Kinds of terms in this state in the one and not in the other: `language` for every language. */
function newIn(one: Judged, other: Judged, state: 'unmet' | 'unknown'): Set<string> {
  const found = new Set<string>()
  for (const [key, is] of one.terms) {
    if (is === state && other.terms.get(key) !== state) found.add(key.split(':')[0] ?? key)
  }
  return found
}

function count(reasons: Counts, terms: ReadonlySet<string>, what: 'shut' | 'unsure' | 'opened'): void {
  for (const term of terms) {
    const there = reasons.get(term) ?? { shut: 0, unsure: 0, opened: 0 }
    there[what]++
    reasons.set(term, there)
  }
}

function mostFirst(a: Reason, b: Reason): number {
  const sum = ({ shut, unsure, opened }: Reason): number => shut + unsure + opened
  return sum(b) - sum(a) || (a.term < b.term ? -1 : 1)
}
