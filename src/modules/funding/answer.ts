import type { FundingCondition, FundingFact, FundingFacts, FundingTerms, Rule } from '../rules/index.ts'
import type { Language } from '../skills/index.ts'
import {
  type CheckedCondition,
  type ConditionState,
  checkCondition,
  type FigureOf,
  type FundingSum,
  sumOf,
} from './conditions.ts'
import { type FundingQuestion, questionOf } from './facts.ts'

/** A dated rule that is a funding scheme. */
export type SchemeRule = Rule & { readonly funding: FundingTerms }

/**
 * - `can`: by what was told one can ask for it, or it holds by itself. Who decides still decides.
 * - `cannot`: a condition is not met for certain, or the scheme is closed
 * - `ask`: something is not known, or somebody must be asked
 */
export type Verdict = 'can' | 'cannot' | 'ask'

export type SchemeStatus = 'open' | 'closed' | 'notYet'

/** The days on which one can apply, seen from one day. */
export interface Counter {
  readonly state: 'open' | 'opens' | 'over'
  readonly from: string
  readonly to: string
}

export interface FundingReason {
  readonly state: ConditionState | 'closed' | 'notYet'
  readonly text: string
}

/** What one scheme says to what was told. Never a decision: `decides` names who takes it. */
export interface FundingAnswer {
  readonly id: string
  readonly title: string
  readonly kind: FundingTerms['kind']
  readonly status: SchemeStatus
  readonly verdict: Verdict
  readonly reasons: readonly FundingReason[]
  /** The one question that brings this furthest; only with `ask`, and only while there is one. */
  readonly question?: FundingQuestion
  readonly decides: string
  readonly sum?: FundingSum
  readonly paidTo: FundingTerms['paidTo']
  readonly appliedBy: FundingTerms['appliedBy']
  readonly helps: readonly FundingTerms['paidTo'][]
  /** Left out: the scheme has no counter, or its days are not known. */
  readonly counter?: Counter
  readonly ready: readonly string[]
  readonly mind?: string
  readonly note?: string
  readonly source: string
  readonly sourceUrl?: string
  readonly validFrom: string
  readonly validTo?: string
  readonly checkedOn: string
  readonly certainty: Rule['certainty']
}

export interface AnswerParts {
  readonly facts: FundingFacts
  readonly date: string
  readonly language: Language
  readonly figureOf: FigureOf
}

/** Pure: the same rule, facts and day give the same answer. */
export function answerOf(rule: SchemeRule, parts: AnswerParts): FundingAnswer {
  const { facts, date, language, figureOf } = parts
  const { funding } = rule
  const status = statusOf(rule, date)
  const checked = funding.conditions.map((condition) => ({ condition, ...checkCondition(condition, facts, figureOf) }))
  const verdict = verdictOf(status, checked, funding.whenMet)
  const asks = verdict === 'ask' ? checked.find(({ state }) => state === 'open')?.fact : undefined
  const sum = sumOf(funding.amounts, facts)
  const counter = counterOf(funding.windows, date)
  return {
    ...{ id: rule.id, title: rule.title[language], kind: funding.kind, status, verdict },
    reasons: [
      ...(status === 'open' ? [] : [{ state: status, text: statusText(rule, status, language) }]),
      ...checked.map(({ condition, state, figure }) => ({ state, text: saysOf(condition, figure, language) })),
    ],
    ...(asks === undefined ? {} : { question: questionOf(asks, language) }),
    decides: funding.decides[language],
    ...(sum === undefined ? {} : { sum }),
    ...{ paidTo: funding.paidTo, appliedBy: funding.appliedBy, helps: funding.helps },
    ...(counter === undefined ? {} : { counter }),
    ready: funding.ready.map((each) => each[language]),
    ...(funding.mind === undefined ? {} : { mind: funding.mind[language] }),
    ...(rule.note === undefined ? {} : { note: rule.note[language] }),
    ...{ source: rule.source, validFrom: rule.validFrom, checkedOn: rule.checkedOn, certainty: rule.certainty },
    ...(rule.sourceUrl === undefined ? {} : { sourceUrl: rule.sourceUrl }),
    ...(rule.validTo === undefined ? {} : { validTo: rule.validTo }),
  }
}

function verdictOf(status: SchemeStatus, checked: readonly CheckedCondition[], whenMet: FundingTerms['whenMet']): Verdict {
  if (status !== 'open' || checked.some(({ state }) => state === 'unmet')) return 'cannot'
  return checked.some(({ state }) => state !== 'met') ? 'ask' : whenMet
}

export const statusOf = ({ validFrom, validTo }: Pick<Rule, 'validFrom' | 'validTo'>, date: string): SchemeStatus =>
  date < validFrom ? 'notYet' : validTo !== undefined && date > validTo ? 'closed' : 'open'

const statusWords = {
  closed: { nl: 'Gesloten. De laatste dag was', en: 'Closed. The last day was' },
  notYet: { nl: 'Nog niet open. De eerste dag is', en: 'Not open yet. The first day is' },
} as const

function statusText({ validFrom, validTo }: Rule, status: 'closed' | 'notYet', language: Language): string {
  const day = status === 'closed' ? (validTo ?? '') : validFrom
  return `${statusWords[status][language]} ${dayText(day, language)}.`
}

// Made once: making one takes longer than a whole answer.
const dates = {
  nl: new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}
const numbers = { nl: new Intl.NumberFormat('nl-NL'), en: new Intl.NumberFormat('en-GB') }

const dayText = (day: string, language: Language): string => dates[language].format(Date.parse(`${day}T00:00:00Z`))

function saysOf(condition: FundingCondition, figure: number | undefined, language: Language): string {
  const text = condition.says[language]
  return figure === undefined ? text : text.replace('{figure}', numbers[language].format(figure))
}

/** The counter that is open on a day, else the next one, else the last one that was. */
export function counterOf(windows: FundingTerms['windows'], date: string): Counter | undefined {
  const sorted = [...(windows ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1))
  const open = sorted.find(({ from, to }) => from <= date && date <= to)
  if (open) return { state: 'open', ...open }
  const next = sorted.find(({ from }) => from > date)
  if (next) return { state: 'opens', ...next }
  const last = sorted.at(-1)
  return last && { state: 'over', ...last }
}

export const isScheme = (rule: Rule): rule is SchemeRule => rule.funding !== undefined

/** One row per scheme: the one that holds on a day, else the last one that held, else the first to come. */
export function schemesOn(rules: readonly Rule[], date: string): SchemeRule[] {
  const byId = new Map<string, SchemeRule[]>()
  for (const rule of rules.filter(isScheme)) byId.set(rule.id, [...(byId.get(rule.id) ?? []), rule])
  return [...byId.values()].map((rows) => {
    const sorted = [...rows].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    const begun = sorted.filter(({ validFrom }) => validFrom <= date)
    return (begun.at(-1) ?? sorted[0]) as SchemeRule
  })
}

/** A fact that no scheme of these asks for says nothing here. */
export function factsAskedBy(rules: readonly SchemeRule[]): ReadonlySet<FundingFact> {
  const facts = new Set<FundingFact>()
  for (const { funding } of rules) {
    for (const condition of funding.conditions)
      for (const one of 'any' in condition ? condition.any : [condition]) if ('fact' in one) facts.add(one.fact)
    for (const { when = [], upToPrice, share } of funding.amounts) {
      for (const { fact } of when) facts.add(fact)
      if (upToPrice || share !== undefined) facts.add('priceEuro')
    }
  }
  return facts
}
