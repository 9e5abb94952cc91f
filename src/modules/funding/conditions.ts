import type { FundingAmount, FundingCondition, FundingFact, FundingFacts, Rule, SimpleCondition } from '../rules/index.ts'

/**
 * - `met`, `unmet`: what was told says so
 * - `open`: nothing was told of its fact; the fact is what to ask
 * - `judged`: no fact settles it, or the figure is not known: whoever decides must be asked
 */
export type ConditionState = 'met' | 'unmet' | 'open' | 'judged'

export interface CheckedCondition {
  readonly state: ConditionState
  /** Of an open one: the fact that would settle it. */
  readonly fact?: FundingFact
  /** The bound as a number, where it has one. */
  readonly figure?: number
}

/** The figure of a rule on the day that is asked about; undefined where it is not known. */
export type FigureOf = (rule: string) => number | undefined

/** Holds one condition against what was told. Unknown is neither met nor unmet. */
export function checkCondition(condition: FundingCondition, facts: FundingFacts, figureOf: FigureOf): CheckedCondition {
  return 'any' in condition ? checkAny(condition.any, facts, figureOf) : checkSimple(condition, facts, figureOf)
}

function checkSimple(condition: SimpleCondition, facts: FundingFacts, figureOf: FigureOf): CheckedCondition {
  if ('judged' in condition) return { state: 'judged' }
  if ('in' in condition) {
    const told = facts[condition.fact]
    if (told === undefined) return { state: 'open', fact: condition.fact }
    return { state: condition.in.includes(told) ? 'met' : 'unmet' }
  }
  const { fact, atLeast, atMost } = condition
  const bound = atLeast ?? atMost
  const figure = typeof bound === 'object' ? figureOf(bound.rule) : bound
  if (figure === undefined) return { state: 'judged' }
  const told = facts[fact]
  if (told === undefined) return { state: 'open', fact, figure }
  const holds = atLeast === undefined ? told <= figure : told >= figure
  return { state: holds ? 'met' : 'unmet', figure }
}

/** One of several is enough. Who decides is asked only when nobody can be asked anything more. */
function checkAny(any: readonly SimpleCondition[], facts: FundingFacts, figureOf: FigureOf): CheckedCondition {
  const checked = any.map((one) => checkSimple(one, facts, figureOf))
  const first = (state: ConditionState): CheckedCondition | undefined => checked.find((one) => one.state === state)
  return first('met') ? { state: 'met' } : (first('open') ?? first('judged') ?? { state: 'unmet' })
}

/** What a scheme pays, as far as it is known: low and high. Without `highEuro` no highest amount can be named. */
export interface FundingSum {
  readonly lowEuro: number
  readonly highEuro?: number
  /** The scheme has no highest amount of its own. */
  readonly noMaximum: boolean
  /** A share of the price, low and high. */
  readonly share?: readonly [low: number, high: number]
  readonly per: FundingAmount['per']
}

/**
 * The amount by what was told: the first that holds. Where that is not known, the range of those that may hold.
 * Undefined where the scheme names none.
 */
export function sumOf(amounts: readonly FundingAmount[], facts: FundingFacts): FundingSum | undefined {
  const mayHold: FundingSum[] = []
  for (const amount of amounts) {
    const states = (amount.when ?? []).map((one) => checkSimple(one, facts, () => undefined).state)
    if (states.includes('unmet')) continue
    mayHold.push(oneSum(amount, facts.priceEuro))
    if (states.every((state) => state === 'met')) break
  }
  return mayHold.length === 0 ? undefined : mayHold.reduce(together)
}

function oneSum(
  { lowEuro, highEuro, share, lowShare, noMaximum, per, upToPrice }: FundingAmount,
  price: number | undefined,
): FundingSum {
  const isCapped = upToPrice === true || share !== undefined
  const cap = (euro: number): number => (isCapped && price !== undefined ? Math.min(euro, price) : euro)
  const most = (of: number): number => (highEuro === undefined ? of : Math.min(of, highEuro))
  const base = {
    per,
    noMaximum: noMaximum === true,
    ...(share === undefined ? {} : { share: [lowShare ?? share, share] as const }),
  }
  if (share !== undefined && price !== undefined)
    return { ...base, lowEuro: most(Math.floor(price * (lowShare ?? share))), highEuro: most(Math.floor(price * share)) }
  const high = highEuro === undefined ? (noMaximum === true ? price : lowEuro) : cap(highEuro)
  return { ...base, lowEuro: cap(share === undefined ? (lowEuro ?? 0) : 0), ...(high === undefined ? {} : { highEuro: high }) }
}

function together(a: FundingSum, b: FundingSum): FundingSum {
  const high = a.highEuro === undefined || b.highEuro === undefined ? undefined : Math.max(a.highEuro, b.highEuro)
  const share = a.share ?? b.share
  return {
    lowEuro: Math.min(a.lowEuro, b.lowEuro),
    ...(high === undefined ? {} : { highEuro: high }),
    noMaximum: a.noMaximum || b.noMaximum,
    ...(share === undefined ? {} : { share }),
    per: a.per,
  }
}

/** Figures of rules on one day. */
export const figuresOn =
  (rules: readonly Rule[], date: string): FigureOf =>
  (id) => {
    const value = rules.find((rule) => rule.id === id && holdsOn(rule, date))?.value
    return typeof value === 'number' ? value : undefined
  }

export const holdsOn = ({ validFrom, validTo }: Pick<Rule, 'validFrom' | 'validTo'>, date: string): boolean =>
  validFrom <= date && (validTo === undefined || validTo >= date)
