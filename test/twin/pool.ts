import type { Person } from '../../src/engine/matching/person.ts'
import type { Vacancy } from '../../src/engine/matching/vacancy.ts'
import type { Offering } from '../../src/engine/planning/offering.ts'
import type { PoolEffect } from '../../src/engine/planning/plan.ts'
import { holds, type Mode, prove, type State } from './claims.ts'
import { conditionsOf, essentials, skillsHold, termsHold } from './judge.ts'
import { sortedOnce } from './order.ts'
import { askerOf, type Tables, type View, viewOf } from './view.ts'
import { studyHours, studyPlace, teachingLanguage } from './walks.ts'

/** A condition that stands against somebody, for certain or perhaps. */
export interface Against {
  readonly key: string
  readonly state: State
}

export const pair = (count: (mode: Mode) => number): [low: number, high: number] => [count('low'), count('high')]

/** What each demand costs: reachable without it minus reachable now; also each pair, and all together. */
export function effect(people: readonly (readonly Against[])[], demands: readonly string[]): Omit<PoolEffect, 'trainings'> {
  const reachable = (mode: Mode, left: readonly string[]) =>
    people.filter((against) => against.every(({ key, state }) => left.includes(key) || holds(state, mode))).length
  const gain = (left: readonly string[]) => pair((mode) => reachable(mode, left) - reachable(mode, []))
  return {
    pool: people.length,
    now: pair((mode) => reachable(mode, [])),
    alone: demands.map((demand) => ({ demand, gain: gain([demand]) })),
    pairs: demands.flatMap((first, i) =>
      demands.slice(i + 1).map((second) => ({ demands: [first, second] as [string, string], gain: gain([first, second]) })),
    ),
    all: gain(demands),
  }
}

/** What the vacancy states, and what else stands against somebody (ruling 45). */
function demandsOf(vacancy: Vacancy, people: readonly (readonly Against[])[]): string[] {
  const stated = {
    hours: vacancy.hours,
    days: vacancy.days,
    place: vacancy.place,
    wage: vacancy.wageCents,
    workLevel: vacancy.workLevel,
    diploma: vacancy.diplomaOnly,
    experienceYears: vacancy.experienceYears,
    certificateOfConduct: vacancy.certificateOfConduct === true ? true : undefined,
    start: vacancy.latestStart,
  }
  return sortedOnce([
    ...essentials(vacancy).map(({ skill }) => `skill:${skill}`),
    ...Object.entries(stated).flatMap(([key, value]) => (value === undefined ? [] : [key])),
    ...(vacancy.languages ?? []).map(({ code }) => `language:${code}`),
    ...(vacancy.licences ?? []).map((code) => `licence:${code}`),
    ...people.flat().map(({ key }) => key),
  ])
}

const admits = (view: View, offering: Offering, mode: Mode): boolean =>
  (offering.prerequisites ?? []).every(({ skill, level }) =>
    holds(prove(view.knowledge, { skill, level, weight: 'essential' }, view.tables.concepts).state, mode),
  )

/** Within reach after this training and not without it, both without start (ruling 16). */
function bringsWithinReach(view: View, offering: Offering, vacancy: Vacancy, mode: Mode): boolean {
  if (!termsHold(view, vacancy, mode, 'without start')) return false
  if (skillsHold(view.knowledge, vacancy, mode, view.tables)) return false
  return admits(view, offering, mode) && skillsHold(view.after([offering]), vacancy, mode, view.tables)
}

export function poolEffect(tables: Tables, vacancy: Vacancy, pool: readonly Person[]): PoolEffect {
  const views = pool.map((person) => viewOf(tables, askerOf(person)))
  const people = views.map((view) => conditionsOf(view, view.knowledge, vacancy))
  return {
    ...effect(people, demandsOf(vacancy, people)),
    trainings: tables.ordinary.map((offering) => ({
      offering: offering.id,
      brings: pair((mode) => views.filter((view) => bringsWithinReach(view, offering, vacancy, mode)).length),
    })),
  }
}

export function poolEffectOfTraining(tables: Tables, offering: Offering, pool: readonly Person[]): Omit<PoolEffect, 'trainings'> {
  const people = pool.map((person) => againstStart(viewOf(tables, askerOf(person)), offering))
  return effect(people, sortedOnce([...statedByTraining(offering), ...people.flat().map(({ key }) => key)]))
}

/** What a training itself states (ruling 46). */
export function statedByTraining(offering: Offering): string[] {
  return [
    ...(offering.prerequisites ?? []).map(({ skill }) => `skill:${skill}`),
    'studyHours',
    ...(offering.online === true ? [] : ['studyPlace']),
    ...(offering.language === undefined ? [] : [`language:${offering.language.code}`]),
  ]
}

/** What of ruling 46 stands against somebody. */
export function againstStart(view: View, offering: Offering): Against[] {
  const skills = (offering.prerequisites ?? []).map(({ skill, level }) => ({
    key: `skill:${skill}`,
    state: prove(view.knowledge, { skill, level, weight: 'essential' }, view.tables.concepts).state,
  }))
  const place = studyPlace(view, offering)
  const language = teachingLanguage(view, offering)
  const all: Against[] = [
    ...skills,
    studyHours(view, offering),
    place.key === 'place' ? { key: 'studyPlace', state: place.state } : place,
    ...(language === undefined ? [] : [language]),
  ]
  return all.filter(({ state }) => state !== 'met')
}
