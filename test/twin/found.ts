import type { Person } from '../../src/engine/matching/person.ts'
import type { Engine, PoolEngine } from '../../src/engine/planning/engine.ts'
import type { Plan } from '../../src/engine/planning/plan.ts'
import type { PersonMatch } from '../../src/engine/pool/answer.ts'
import { byText, compareQuotients } from './order.ts'

/** Somebody one training away, with the plan that is shown. */
interface Trained {
  readonly person: string
  readonly plan: Plan
}

/** Found people for a vacancy (ruling 52): everybody is judged, and everybody's plans are made. */
export function foundFor(
  twin: Engine & PoolEngine,
  id: string,
  found: readonly Person[],
): { readonly now: readonly PersonMatch[]; readonly oneTraining: readonly Trained[] } {
  const { people } = twin.peopleFor(id, found)
  const byFit = (a: PersonMatch, b: PersonMatch) => compareQuotients(b.fitLow, a.fitLow) || byText(a.person, b.person)
  const now = people.filter(({ mayFit }) => mayFit)
  const others = people.filter(({ mayFit }) => !mayFit).sort(byFit)
  return {
    now: now.sort((a, b) => Number(b.fitsNow) - Number(a.fitsNow) || byFit(a, b)),
    oneTraining: others.flatMap(({ person }) => {
      const plan = shownPlan(twin, found.find((one) => one.id === person) as Person, id)
      return plan ? [{ person, plan }] : []
    }),
  }
}

function shownPlan(twin: Engine, person: Person, vacancy: string): Plan | undefined {
  const { certain, possible } = twin.allPlans(person, { vacancies: [vacancy] })
  const best = (plans: readonly Plan[]): Plan | undefined =>
    plans
      .filter(({ kind, path }) => kind === 'trainThenHire' && path.length === 1)
      .sort(
        (a, b) => a.readyWeek - b.readyWeek || a.ownCostEuro - b.ownCostEuro || byText(a.path[0] as string, b.path[0] as string),
      )[0]
  return best(certain) ?? best(possible)
}
