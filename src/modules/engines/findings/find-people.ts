import type { Person } from '../../../engine/matching/index.ts'
import { findSkills } from './find-skills.ts'
import type { HeldEngine } from './held-engine.ts'
import type { PeopleForFinding, PeopleShownFinding, PersonFinding, Question } from './question.ts'

/** Who fits a vacancy now, and who misses only what a training teaches (ruling 52). */
export function findPeopleFor(held: HeldEngine, { vacancy, limits }: Question<'peopleFor'>): PeopleForFinding | undefined {
  if (!held.holds(vacancy)) return undefined
  const { now, near } = held.engine.foundFor(vacancy, held.foundPeople(), limits)
  return {
    now: now.map(({ person, fitsNow, fitLow }) => ({ person, certain: fitsNow, fitLow })),
    near: near.map((one) => ({ ...one, certain: true })),
  }
}

/**
 * What is shown of some people. Each is judged anew, as the record has them now: somebody who changed since the list was made may not fit any
 * more. Of those near only as many are looked at as it takes.
 */
export function findPeopleShown(held: HeldEngine, question: Question<'peopleShown'>): PeopleShownFinding | undefined {
  const { vacancy, now, near, most } = question
  if (!held.holds(vacancy)) return undefined
  const oneTraining: PeopleShownFinding['oneTraining'][number][] = []
  for (const person of near) {
    if (oneTraining.length >= most) break
    const shown = afterTraining(held, person, vacancy)
    if (shown) oneTraining.push(shown)
  }
  return { now: now.flatMap((person) => asIs(held, person, vacancy) ?? []), oneTraining }
}

function asIs(held: HeldEngine, person: Person, vacancy: string): PersonFinding | undefined {
  const { conditions, fitLow } = held.engine.judge(person, vacancy)
  if (conditions.some(({ state }) => state === 'unmet')) return undefined
  return {
    person: person.id,
    certain: conditions.length === 0,
    fitLow,
    toCheck: conditions.map(({ key }) => key),
    skills: findSkills(held, person, vacancy, []),
  }
}

function afterTraining(held: HeldEngine, person: Person, vacancy: string): PeopleShownFinding['oneTraining'][number] | undefined {
  const { conditions, fitLow } = held.engine.judge(person, vacancy)
  const unmet = conditions.filter(({ state }) => state === 'unmet')
  if (unmet.length === 0 || unmet.some(({ key }) => !key.startsWith('skill:'))) return undefined
  const plan = held.engine.oneTrainingTo(person, vacancy)
  if (!plan) return undefined
  return {
    person: person.id,
    certain: plan.certain,
    fitLow,
    toCheck: plan.toCheck,
    skills: findSkills(held, person, vacancy, plan.path),
    plan,
  }
}
