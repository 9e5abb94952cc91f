import type { HeldEngine } from './held-engine.ts'
import type { CompletedFinding, Question } from './question.ts'

/** Of these vacancies, those to which the trainings of one of the paths lead for certain, each with a way of fewest trainings. */
export function findCompleted(
  { engine, holds }: HeldEngine,
  { person, vacancies, paths }: Question<'completed'>,
): CompletedFinding {
  const sets = paths.map((path) => new Set(path))
  return vacancies.flatMap((vacancy) => {
    if (!holds(vacancy)) return []
    const plans = engine
      .allPlans(person, { vacancies: [vacancy] })
      .certain.filter(({ path }) => sets.some((set) => path.every((offering) => set.has(offering))))
    const [best] = plans.sort((a, b) => a.path.length - b.path.length || a.readyWeek - b.readyWeek || (a.kind < b.kind ? -1 : 1))
    return best ? [{ vacancy, kind: best.kind, path: best.path }] : []
  })
}
