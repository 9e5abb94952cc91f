import { type JsonObject, numberOf } from '../job-postings/posting-fields.ts'
import { first, textAt, type XmlElement } from './xml-element.ts'

const units: Readonly<Record<string, string>> = {
  hourly: 'HOUR',
  daily: 'DAY',
  weekly: 'WEEK',
  'x:fourweekly': 'FOURWEEKS',
  monthly: 'MONTH',
  annually: 'YEAR',
}

/** The base pay as a salary of a JobPosting; per day and per four weeks as per week. A scale of an agreement is no amount. */
export function payOf(position: XmlElement | undefined, warnings: string[]): JsonObject | undefined {
  const pay = first(position, 'RemunerationPackageNL/BasePay') ?? first(position, 'RemunerationPackage/BasePay') ?? undefined
  const [min, max] = [numberOf(textAt(pay, 'BasePayAmountMin')), numberOf(textAt(pay, 'BasePayAmountMax'))]
  if (!pay || min === undefined || max === undefined) return undefined
  const interval = pay.attributes.baseInterval?.toLowerCase() ?? ''
  const unit = Object.hasOwn(units, interval) ? units[interval] : undefined
  const days = numberOf(textAt(position, 'DaysPerWeek/Maximum'))
  const times = unit === 'FOURWEEKS' ? 1 / 4 : unit === 'DAY' ? days : 1
  if (times === undefined) {
    warnings.push('The wage per day is not used: how many days a week it is for is not known.')
    return undefined
  }
  return {
    currency: pay.attributes.currencyCode ?? '',
    value: {
      minValue: min * times,
      maxValue: max * times,
      unitText: unit === 'FOURWEEKS' || unit === 'DAY' ? 'WEEK' : (unit ?? ''),
    },
  }
}
