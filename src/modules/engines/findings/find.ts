import { findCohortGroups } from './find-cohort-groups.ts'
import { findCompleted } from './find-completed.ts'
import { findDoors } from './find-doors.ts'
import { findMatches } from './find-matches.ts'
import { findPeopleFor, findPeopleShown } from './find-people.ts'
import { findPlan, findPlans } from './find-plans.ts'
import { findPoolEffect } from './find-pool-effect.ts'
import { findSkillsAsked } from './find-skills-asked.ts'
import { findSteps } from './find-steps.ts'
import { findCurriculum, findWaiting } from './find-waiting.ts'
import { findWhyNot } from './find-why-not.ts'
import type { HeldEngine } from './held-engine.ts'
import type { Finding, Kind, Question } from './question.ts'

const finders: { readonly [K in Kind]: (held: HeldEngine, question: Question<K>) => Finding<K> } = {
  plans: findPlans,
  plan: findPlan,
  doors: findDoors,
  matches: findMatches,
  whyNot: findWhyNot,
  steps: findSteps,
  poolEffect: findPoolEffect,
  peopleFor: findPeopleFor,
  peopleShown: findPeopleShown,
  cohortGroups: findCohortGroups,
  completed: findCompleted,
  skillsAsked: findSkillsAsked,
  waiting: findWaiting,
  curriculum: findCurriculum,
}

/** The finding of any question. Pure: the same engine gives the same finding, in whichever thread. */
export function find<K extends Kind>(held: HeldEngine, question: Question<K>): Finding<K> {
  const finder = finders[question.kind as K] as (held: HeldEngine, question: Question<K>) => Finding<K>
  return finder(held, question)
}
