import type { PriceLine } from '../../engine/planning/index.ts'
import type { Rule } from '../rules/index.ts'
import type { Loan, Payer } from './views.ts'

/** The name of a scheme in the language of the view. */
export type PayerNames = (scheme: string) => string

/** Who pays what of a path, largest certain amounts first; what must be asked for comes last and is never counted. */
export function payersOf(lines: readonly PriceLine[], names: PayerNames): Payer[] {
  const sums = new Map<string, Payer>()
  const add = (who: string, euro: number, certainty: Payer['certainty']): void => {
    if (euro <= 0) return
    const key = `${certainty} ${who}`
    sums.set(key, { who, label: names(who), euro: (sums.get(key)?.euro ?? 0) + euro, certainty })
  }
  for (const line of lines) {
    add('you', line.ownEuro, 'sure')
    if (line.employerPays) add('employer', line.feeEuro + line.travelEuro, 'sure')
    for (const { scheme, euro } of line.funding) add(scheme, euro, 'can')
    for (const { scheme, euro } of line.toAsk) add(scheme, euro, 'ask')
  }
  const order = { sure: 0, can: 1, ask: 2 }
  return [...sums.values()].sort((a, b) => order[a.certainty] - order[b.certainty] || b.euro - a.euro || (a.who < b.who ? -1 : 1))
}

/**
 * Loans one can ask for where there is something to pay oneself, by the dated rules with unit `euroLoan`. One that lends
 * only more than that is left out. A loan is paid back: it is no payer, and lowers no cost.
 */
export function loansFor(ownCostEuro: number, rules: readonly Rule[], language: 'nl' | 'en'): Loan[] {
  if (ownCostEuro <= 0) return []
  return rules
    .filter(({ unit }) => unit === 'euroLoan')
    .map(({ id, title, value }): Loan => ({ scheme: id, label: title[language], ...amountOf(value) }))
    .filter(({ fromEuro }) => fromEuro === undefined || fromEuro <= ownCostEuro)
    .sort((a, b) => (a.scheme < b.scheme ? 1 : -1))
}

function amountOf(value: Rule['value']): Pick<Loan, 'fromEuro' | 'toEuro'> {
  if (typeof value === 'number') return { toEuro: value }
  return typeof value === 'object' && value !== null && 'from' in value ? { fromEuro: value.from, toEuro: value.to } : {}
}
