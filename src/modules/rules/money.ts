import type { Rule } from './rule.ts'

/** A benefit in one month. An amount is an estimate that UWV must confirm. */
export interface BenefitMonth {
  /** Gross per month; left out when it cannot be said. */
  readonly euro?: number
  /** Ids of the rules it rests on. */
  readonly rules: readonly string[]
  /** UWV decides: every benefit is shown with this. */
  readonly askUwv: true
}

/** Whole euros gross per month, without holiday pay: 52 weeks over 12 months. */
export function wageMonthEuro(centsPerHour: number, hoursPerWeek: number): number {
  return Math.round((centsPerHour * hoursPerWeek * 52) / 1200)
}

/** 21.75 days of benefit a month, as UWV counts: a convention of the day wage, not an amount. */
const daysPerMonth = 21.75

/**
 * WW in the nth month (0 = first) after a wage of so many euros gross per month, by the rules of a day. Undefined when those
 * rules do not hold a WW at all, or the month lies behind the longest duration.
 */
export function benefit(wageMonth: number | undefined, monthIndex: number, rules: readonly Rule[]): BenefitMonth | undefined {
  const figure = (id: string): number | undefined => {
    const value = rules.find((rule) => rule.id === id)?.value
    return typeof value === 'number' ? value : undefined
  }
  const longest = figure('ww-longest')
  if (monthIndex < 0 || (longest !== undefined && monthIndex >= longest)) return undefined
  const first = monthIndex < (figure('ww-first-months') ?? 0)
  const shareRule = first ? 'ww-share-first' : 'ww-share-later'
  const share = figure(shareRule)
  if (share === undefined) return undefined
  const capRule = 'ww-maximum-day-wage'
  const cap = figure(capRule)
  const used = [shareRule, 'ww-first-months', 'ww-longest', capRule]
  if (wageMonth === undefined) return { rules: used, askUwv: true }
  if (cap !== undefined) {
    return { euro: Math.round(share * Math.min(wageMonth, (cap * daysPerMonth) / 100)), rules: used, askUwv: true }
  }
  // The limit is not known. Far below it an amount can be named; near or above it an amount could promise too much.
  const surelyBelow = figure('ww-cap-caution')
  if (surelyBelow === undefined || wageMonth > surelyBelow) return { rules: [...used, 'ww-cap-caution'], askUwv: true }
  return { euro: Math.round(share * wageMonth), rules: [...used, 'ww-cap-caution'], askUwv: true }
}
