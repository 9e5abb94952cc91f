import type { HoursRange } from '../../../engine/matching/index.ts'
import type { Facts, WagePeriod } from '../../../engine/reading/index.ts'
import { firstOf, firstText, isObject, type JsonObject, numberOf, valuesOf } from './posting-fields.ts'

const periods: ReadonlyMap<string, WagePeriod> = new Map([
  ['hour', 'hour'],
  ['hur', 'hour'],
  ['week', 'week'],
  ['wee', 'week'],
  ['month', 'month'],
  ['mon', 'month'],
  ['year', 'year'],
  ['ann', 'year'],
])
const weeksPerYear = 52
const monthsPerYear = 12
/** Cents per hour that a wage can be; outside it the unit or the hours were wrong. */
const plausible = [300, 30_000] as const

/**
 * Gross cents per hour. An amount per week, month or year is one for the most hours named (so Dutch vacancies mean it), and without hours
 * it stays unknown.
 */
export function readPay(
  posting: JsonObject,
  facts: Facts,
  hours: HoursRange | undefined,
  warnings: string[],
): readonly [number, number] | undefined {
  const said = structured(posting, warnings) ?? facts.wage?.value
  return said && centsPerHour(said, hours, warnings)
}

/** An amount per period as gross cents per hour, as above; undefined, with a warning, where that is not known or cannot be right. */
export function centsPerHour(
  { per, cents: amounts }: { readonly per: WagePeriod; readonly cents: readonly [number, number] },
  hours: HoursRange | undefined,
  warnings: string[],
): readonly [number, number] | undefined {
  const perHour = hoursIn(per, hours)
  if (perHour === undefined) {
    warnings.push(`The wage per ${per} is not used: how many hours a week it is for is not known.`)
    return undefined
  }
  const cents = [Math.round(amounts[0] / perHour), Math.round(amounts[1] / perHour)] as const
  if (cents[0] >= plausible[0] && cents[1] <= plausible[1] && cents[0] <= cents[1]) return cents
  warnings.push(`The wage is not used: ${cents[0] / 100} to ${cents[1] / 100} euros per hour cannot be right.`)
  return undefined
}

function hoursIn(per: WagePeriod, hours: HoursRange | undefined): number | undefined {
  if (per === 'hour') return 1
  if (hours === undefined) return undefined
  if (per === 'week') return hours[1]
  return per === 'month' ? (hours[1] * weeksPerYear) / monthsPerYear : hours[1] * weeksPerYear
}

function structured(posting: JsonObject, warnings: string[]): { per: WagePeriod; cents: readonly [number, number] } | undefined {
  for (const salary of [...valuesOf(posting, 'baseSalary'), ...valuesOf(posting, 'estimatedSalary')]) {
    const currency = firstText(salary, 'currency') ?? firstText(salary, 'salaryCurrency') ?? firstText(posting, 'salaryCurrency')
    const value = isObject(salary) ? (firstOf(salary, 'value') ?? salary) : salary
    const amounts = amountsOf(isObject(value) ? value : { value })
    if (!amounts) continue
    const unit = firstText(value, 'unitText') ?? firstText(value, 'unitCode') ?? firstText(salary, 'unitText')
    const per = periodOf(unit ?? '')
    if (currency !== undefined && currency.toUpperCase() !== 'EUR')
      warnings.push(`The wage is not used: it is in ${currency}, not in euros.`)
    else if (currency === undefined) warnings.push('The wage is not used: its currency is not said.')
    else if (per === undefined) warnings.push('The wage is not used: whether it is per hour, month or year is not said.')
    else return { per, cents: amounts }
  }
  return undefined
}

function amountsOf(value: JsonObject): readonly [number, number] | undefined {
  const one = numberOf(firstOf(value, 'value')) ?? numberOf(firstOf(value, 'price'))
  const min = numberOf(firstOf(value, 'minValue')) ?? numberOf(firstOf(value, 'minPrice')) ?? one
  const max = numberOf(firstOf(value, 'maxValue')) ?? numberOf(firstOf(value, 'maxPrice')) ?? one
  // With one end only there is no range.
  return min === undefined || max === undefined ? undefined : [Math.round(min * 100), Math.round(max * 100)]
}

/** `MONTH`, `per month`, `Monthly`, and the codes of UN/CEFACT. */
export function periodOf(unit: string): WagePeriod | undefined {
  const plain = unit.toLowerCase().replace(/^per\s*/, '')
  return periods.get(plain) ?? periods.get(plain.replace(/ly$|s$/, ''))
}
