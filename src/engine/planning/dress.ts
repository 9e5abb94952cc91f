import type { ConditionKey } from '../matching/index.ts'
import { chanceOf } from './chance.ts'
import type { Course } from './courses.ts'
import { knobs } from './knobs.ts'
import type { Plan } from './plan.ts'
import { pricePath } from './price.ts'
import { unsure } from './takes.ts'
import type { Traveller } from './traveller.ts'
import type { BarePlan } from './vacancy-plans.ts'

/** Dresses up a plan. `certain`: it exists in low. */
export function dress(traveller: Traveller, plan: BarePlan): Plan {
  const order = plan.walk?.order ?? []
  const { vacancy } = plan.vacancy
  return {
    kind: plan.kind,
    path: order.map((course) => course.offering.id),
    vacancy: vacancy.id,
    starts: plan.walk?.starts ?? [],
    readyWeek: plan.readyWeek,
    firstPaidWeek: plan.firstPaidWeek,
    ownCostEuro: plan.ownEuro,
    askFundingEuro: toAskEuroOf(traveller, plan, order),
    fit: plan.vacancy.fitOutOf === 0 ? { of: 0, outOf: 1 } : { of: plan.fit, outOf: plan.vacancy.fitOutOf },
    chance: chanceOf(plan.kind, order),
    titledBy: titledBy(traveller, plan),
    certain: plan.mode === 'low',
    toCheck: plan.mode === 'low' ? [] : checksOf(traveller, plan),
  }
}

function toAskEuroOf(traveller: Traveller, { kind, vacancy: { vacancy } }: BarePlan, order: readonly Course[]): number {
  const employerPays = kind === 'hireThenTrain' && vacancy.paysTraining === true
  let euros = 0
  for (const { toAsk } of pricePath(traveller, order, employerPays)) for (const { euro } of toAsk) euros += euro
  return euros
}

/** By occupation when the vacancy itself will be gone: readiness after closing, or far ahead (ruling 7). */
function titledBy({ free, market }: Traveller, { kind, walk, vacancy: { vacancy } }: BarePlan): Plan['titledBy'] {
  if (kind === 'dual') return 'vacancy'
  const readiness = kind === 'trainThenHire' && walk ? walk.end : free
  const gone = vacancy.closing !== undefined && readiness > vacancy.closing
  return gone || readiness - market.context.thisWeek > knobs.titledByVacancyWeeks ? 'occupation' : 'vacancy'
}

/** What must still be checked of a plan that exists only in high, sorted (rulings 26 and 31). */
function checksOf(traveller: Traveller, plan: BarePlan): ConditionKey[] {
  const { view } = traveller
  const order = plan.walk?.order ?? []
  const keys = new Set<ConditionKey>()
  const lacks = (demand: number, earlier: readonly Course[]): boolean =>
    view.assessment.metLow[demand] === 0 && !earlier.some(({ content }) => content.teaches.has(demand))
  for (const { demand, requirement } of plan.vacancy.essentials) {
    if (lacks(demand, order)) keys.add(`skill:${requirement.skill}`)
  }
  for (const key of termsToCheck(traveller, plan)) keys.add(key)
  for (const [index, course] of order.entries()) {
    for (const { demand, id } of course.prerequisites) if (lacks(demand, order.slice(0, index))) keys.add(`skill:${id}`)
  }
  for (const key of limitsToCheck(traveller, plan, order)) keys.add(key)
  return [...keys].sort()
}

function termsToCheck({ view, bits }: Traveller, { kind, vacancy }: BarePlan): ConditionKey[] {
  const low = bits[vacancy.row]?.low ?? 0
  const asksStart = kind === 'direct' || kind === 'hireThenTrain'
  const supposed = view.supposed?.term
  return vacancy.terms
    .filter(
      ({ key }, at) => (low & (1 << at)) !== 0 && (key !== 'start' || asksStart) && !(supposed?.holds && supposed.key === key),
    )
    .map(({ key }) => key)
}

function limitsToCheck(
  { person, takes }: Traveller,
  { kind, vacancy: { vacancy } }: BarePlan,
  order: readonly Course[],
): ConditionKey[] {
  const keys: ConditionKey[] = []
  for (const { index, offering } of order) {
    const { language, online, place } = offering
    if (language && person.languages?.[language.code] === undefined) keys.push(`language:${language.code}`)
    if (!online && !place && person.place) keys.push('place')
    if (kind !== 'hireThenTrain' && takes.income[index] === unsure) keys.push('wage')
  }
  const asksWage = kind === 'hireThenTrain' && person.study?.lowestMonthEuro !== undefined
  if (asksWage && (!vacancy.wageCents || (!person.hours && !vacancy.hours))) keys.push('wage')
  return keys
}
