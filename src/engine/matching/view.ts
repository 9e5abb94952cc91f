import type { Condition, TermKey } from './answer.ts'
import { type Assessment, assess } from './assess.ts'
import { type Claims, claimsOf, type SupposedSkill } from './claims.ts'
import type { CompiledVacancy, Market } from './market.ts'
import type { Person } from './person.ts'

/** Low: what is unknown counts as unmet. High: as met. */
export type Mode = 'low' | 'high'

/** Something supposed: a skill at a level, or that an unknown term turns out well or badly. */
export type Supposition = { readonly skill: SupposedSkill } | { readonly term: TermKey; readonly holds: boolean }

/** A person made ready for a market: assessed once, then asked about any vacancy. */
export interface View {
  readonly person: Person
  readonly claims: Claims
  readonly assessment: Assessment
  readonly supposed: Supposition | undefined
}

export function viewOf(market: Market, person: Person, supposed?: Supposition): View {
  const claims = claimsOf(person, market.graph, market.transfer, supposed && 'skill' in supposed ? supposed.skill : undefined)
  return { person, claims, assessment: assess(claims, market.demands, market.graph), supposed }
}

/** A term that is not met for certain, with its key. */
export interface TermCondition extends Condition {
  readonly key: TermKey
}

export function termConditions(market: Market, view: View, vacancy: CompiledVacancy): TermCondition[] {
  const found: TermCondition[] = []
  for (const { key, judge } of vacancy.terms) {
    const judged = judge(view.person, vacancy.vacancy, market.context)
    if (!judged) continue
    const condition = supposeTerm({ key, ...judged }, view.supposed)
    if (condition) found.push(condition)
  }
  return found
}

function supposeTerm(condition: TermCondition, supposed: Supposition | undefined): TermCondition | undefined {
  if (!supposed || !('term' in supposed) || supposed.term !== condition.key || condition.state !== 'unknown') return condition
  return supposed.holds ? undefined : { ...condition, state: 'unmet' }
}
