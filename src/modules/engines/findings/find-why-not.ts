import { findChangesTo } from './find-changes.ts'
import { groupFinding } from './find-plans.ts'
import { findSkills } from './find-skills.ts'
import type { HeldEngine } from './held-engine.ts'
import type { Question, WhyNotFinding } from './question.ts'

export function findWhyNot(held: HeldEngine, { person, vacancy, preference }: Question<'whyNot'>): WhyNotFinding | undefined {
  if (!held.holds(vacancy)) return undefined
  const { conditions, fitLow, fitHigh } = held.engine.judge(person, vacancy)
  const { groups } = held.engine.plansTo(person, { vacancies: [vacancy] }, preference)
  return {
    conditions,
    fitLow,
    fitHigh,
    skills: findSkills(held, person, vacancy, []),
    changes: findChangesTo(held, person, vacancy),
    plans: groups.map((group) => groupFinding(held, person, group)),
  }
}
