import type { CompiledVacancy, ConditionKey, Market, Person, Supposition } from '../matching/index.ts'
import { rankPlans } from './best-list.ts'
import { pathKey } from './front.ts'
import { knobs } from './knobs.ts'
import type { GoodQuestion } from './plan.ts'
import type { BothModes } from './to-goal.ts'
import { type BarePlan, checksOf } from './vacancy-plans.ts'

type PlanBoth = (person: Person, supposed?: Supposition) => BothModes

/**
 * The good questions (definitions.md sections 1 and 13): the unknowns of the best plans that exist only in high, each with
 * the size of the symmetric difference between the ten best plans if the answer is yes and if it is no. Best first.
 */
export function goodQuestionsOf(
  market: Market,
  plan: PlanBoth,
  person: Person,
  vacancies: readonly CompiledVacancy[],
): GoodQuestion[] {
  const now = plan(person)
  const possible = bestPossible(now, vacancies)
  const tried = mostFrequent(possible.flatMap((one) => checksOf(now.low.traveller, one))).slice(0, knobs.questionsTried)
  return tried
    .map((key) => ({ ask: questionOf(now, key), changes: differenceFor(market, plan, person, vacancies, key, possible) }))
    .filter((question) => question.changes > 0)
    .sort((a, b) => b.changes - a.changes || (a.ask < b.ask ? -1 : 1))
}

function bestCertain(both: BothModes, vacancies: readonly CompiledVacancy[]): BarePlan[] {
  return rankPlans(both.low, vacancies, 'balanced', { limit: knobs.questionPlans, distinctVacancies: false }).map(
    ({ plan }) => plan,
  )
}

/** Plans that exist in high only. */
function bestPossible(both: BothModes, vacancies: readonly CompiledVacancy[]): BarePlan[] {
  const skip = (plan: BarePlan): boolean => checksOf(both.low.traveller, plan).length === 0
  return rankPlans(both.high, vacancies, 'balanced', { limit: knobs.questionPlans, distinctVacancies: false, skip }).map(
    ({ plan }) => plan,
  )
}

function mostFrequent(keys: readonly ConditionKey[]): ConditionKey[] {
  const counts = new Map<ConditionKey, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key]) => key)
}

/** A plain *yes* whose level is what is unknown is asked for its level. */
function questionOf(both: BothModes, key: ConditionKey): GoodQuestion['ask'] {
  if (!key.startsWith('skill:')) return key
  const skill = key.slice('skill:'.length)
  const { market, view } = both.low.traveller
  const claim = view.claims.answered.get(market.graph.numberOf(skill))
  return claim && claim.high[0] > 0 ? `level:${skill}` : `skill:${skill}`
}

function differenceFor(
  market: Market,
  plan: PlanBoth,
  person: Person,
  vacancies: readonly CompiledVacancy[],
  key: ConditionKey,
  possible: readonly BarePlan[],
): number {
  const [yes, no] = suppositions(market, person, key, possible).map((supposed) => {
    const both = plan(person, supposed)
    const certain = bestCertain(both, vacancies)
    const rest = certain.length < knobs.questionPlans ? bestPossible(both, vacancies) : []
    return new Set([...certain, ...rest].slice(0, knobs.questionPlans).map(identityOf))
  })
  if (!yes || !no) return 0
  return [...yes].filter((id) => !no.has(id)).length + [...no].filter((id) => !yes.has(id)).length
}

/** Yes and no to one question. A skill's yes is the most that these plans ask of it; a level's no is the lower end of *yes*. */
function suppositions(market: Market, person: Person, key: ConditionKey, possible: readonly BarePlan[]): readonly Supposition[] {
  if (!key.startsWith('skill:')) {
    const term = key as Exclude<ConditionKey, `skill:${string}`>
    return [
      { term, holds: true },
      { term, holds: false },
    ]
  }
  const concept = market.graph.numberOf(key.slice('skill:'.length))
  const level = Math.max(...possible.map((plan) => needOf(market, plan, concept)))
  const lower = Math.max(
    0,
    ...Object.entries(person.answers).map(([id, answer]) => (market.graph.numberOf(id) === concept && answer === 'yes' ? 2 : 0)),
  )
  return [{ skill: { concept, level } }, { skill: { concept, level: lower, exactly: true } }]
}

function needOf(market: Market, plan: BarePlan, concept: number): number {
  const asked = [
    ...plan.vacancy.essentials.map(({ demand }) => demand),
    ...(plan.walk?.order ?? []).flatMap(({ content }) => content.prerequisites.map(({ demand }) => demand)),
  ]
  return Math.max(
    0,
    ...asked
      .map((demand) => market.demands.get(demand))
      .filter((one) => one.concept === concept)
      .map(({ need }) => need),
  )
}

function identityOf(plan: BarePlan): string {
  return `${plan.kind} ${plan.vacancy.vacancy.id} ${pathKey(plan)}`
}
