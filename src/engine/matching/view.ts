import type { Condition, TermKey } from './answer.ts'
import { type Assessment, assess, assessAgain } from './assess.ts'
import { type Claims, claimsOf } from './claims.ts'
import type { CompiledVacancy, Market } from './market.ts'
import type { Person } from './person.ts'
import { type TermAsker, type TermStates, termStatesLike, termStatesOf } from './term-states.ts'
import type { TermContext } from './terms.ts'
import { type Worth, worthOfKinds } from './worth.ts'

/** Low: what is unknown counts as unmet. High: as met. */
export type Mode = 'low' | 'high'

/** What is supposed about a person on top of what the person says. */
export interface Supposition {
  /** The number of answers really given, where some of `answers` are supposed (ruling 5). */
  readonly answerCount?: number
  /** Every *unknown* condition with this key turns out well, or badly. */
  readonly term?: { readonly key: TermKey; readonly holds: boolean }
  /** Cents per hour by which the wage floor gives way. */
  readonly wageReliefCents?: number
}

/** A person made ready for a market: assessed once, then asked about any vacancy. */
export interface View {
  readonly person: Person
  readonly claims: Claims
  readonly assessment: Assessment
  readonly context: TermContext
  readonly supposed: Supposition | undefined
  /** What the person is worth for each requirement kind. Worked out on first use, as `states`. */
  readonly worth: Worth
  /** How the person stands towards each value of a term. */
  readonly states: TermStates
}

class MarketView implements View {
  readonly person: Person
  readonly claims: Claims
  readonly assessment: Assessment
  readonly context: TermContext
  readonly supposed: Supposition | undefined
  readonly #market: Market
  #worth: Worth | undefined
  #states: TermStates | undefined

  constructor(market: Market, parts: Omit<View, 'worth' | 'states' | 'context'>) {
    this.#market = market
    this.person = parts.person
    this.claims = parts.claims
    this.assessment = parts.assessment
    this.supposed = parts.supposed
    this.context = contextOf(market, parts.supposed)
  }

  get worth(): Worth {
    this.#worth ??= worthOfKinds(this.#market.kinds, this.#market.gifts, this.assessment)
    return this.#worth
  }

  get states(): TermStates {
    this.#states ??= termStatesOf(askerOf(this.#market, this.person, this.context, this.supposed))
    return this.#states
  }
}

export function viewOf(market: Market, person: Person, supposed?: Supposition): View {
  const claims = claimsOf(person, market.graph, market.transfer, supposed?.answerCount)
  return new MarketView(market, {
    person,
    claims,
    assessment: assess(claims, market.demands, market.graph, market.gifts),
    supposed,
  })
}

/** The same with another answer or a term supposed; only the demands that this may touch are assessed again. */
export function viewLike(market: Market, like: View, person: Person, supposed: Supposition, touched: readonly number[]): View {
  const claims =
    person.answers === like.person.answers ? like.claims : claimsOf(person, market.graph, market.transfer, supposed.answerCount)
  const assessment =
    claims === like.claims ? like.assessment : assessAgain(like.assessment, touched, claims, market.demands, market.graph)
  return new MarketView(market, { person, claims, assessment, supposed })
}

/** The states of the same view for a person whose terms moved; `moved`: these parts only, where that is known. */
export function statesLike(
  market: Market,
  view: View,
  person: Person,
  supposed: Supposition,
  moved?: readonly (keyof TermStates)[],
): TermStates {
  const asker = askerOf(market, person, contextOf(market, supposed), view.supposed)
  return moved ? termStatesLike(view.states, moved, asker) : termStatesOf(asker)
}

function askerOf(
  { values, shortcuts }: Market,
  person: Person,
  context: TermContext,
  supposed: Supposition | undefined,
): TermAsker {
  return { person, context, values, supposed, quick: shortcuts.chords }
}

function contextOf(market: Market, supposed: Supposition | undefined): TermContext {
  const relief = supposed?.wageReliefCents
  return relief === undefined ? market.context : { ...market.context, wageReliefCents: relief }
}

/** A term that is not met for certain, with its key. */
export interface TermCondition extends Condition {
  readonly key: TermKey
}

export function termConditions(_market: Market, view: View, vacancy: CompiledVacancy): TermCondition[] {
  const found: TermCondition[] = []
  for (const { key, judge } of vacancy.terms) {
    const judged = judge(view.person, vacancy.vacancy, view.context)
    if (!judged) continue
    const condition = supposeTerm({ key, ...judged }, view.supposed?.term)
    if (condition) found.push(condition)
  }
  return found
}

function supposeTerm(condition: TermCondition, supposed: Supposition['term']): TermCondition | undefined {
  if (!supposed || supposed.key !== condition.key || condition.state !== 'unknown') return condition
  return supposed.holds ? undefined : { ...condition, state: 'unmet' }
}

/** The terms that stand in the way, as bits by their place in `vacancy.terms`. */
export interface TermBits {
  readonly low: number
  readonly high: number
}

export function termBits(view: Pick<View, 'person' | 'context' | 'supposed'>, vacancy: CompiledVacancy): TermBits {
  let low = 0
  let high = 0
  const supposed = view.supposed?.term
  for (let at = 0; at < vacancy.terms.length; at++) {
    const term = vacancy.terms[at]
    const judged = term?.judge(view.person, vacancy.vacancy, view.context)
    if (!judged) continue
    const settled = supposed !== undefined && judged.state === 'unknown' && supposed.key === term?.key
    if (settled && supposed.holds) continue
    low |= 1 << at
    if (settled || judged.state === 'unmet') high |= 1 << at
  }
  return { low, high }
}
