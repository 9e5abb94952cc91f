import type { FundingFacts, Rule } from '../rules/index.ts'

export type WageAge = '15' | '16' | '17' | '18' | '19' | '20' | '21'
export const wageAges: readonly WageAge[] = ['15', '16', '17', '18', '19', '20', '21']

/** A minimum wage by age, as it was last known. */
export interface MinimumWage {
  /** `21` is "and older". */
  readonly age: WageAge
  readonly centsPerHour: number
  /** Id of its rule. */
  readonly rule: string
  /** First day of this amount. */
  readonly from: string
  /** False: it holds no more, and that of today is not known to us. */
  readonly isOfToday: boolean
}

/**
 * The minimum wage per hour for each age. With work and study (bbl) the law has its own steps from 18 to 20. An amount of today that we do not know is
 * given as the last one that we knew, marked as such: never as that of today.
 */
export function minimumWages(rules: readonly Rule[], date: string, isBbl: boolean): MinimumWage[] {
  return wageAges.flatMap((age) => {
    const own = isBbl ? lastKnown(rules, `minimum-wage-bbl-${age}`, date) : undefined
    const found = own ?? lastKnown(rules, `minimum-wage-${age}`, date)
    return found === undefined ? [] : [{ age, ...found }]
  })
}

function lastKnown(rules: readonly Rule[], id: string, date: string): Omit<MinimumWage, 'age'> | undefined {
  const rows = rules
    .filter((rule) => rule.id === id && rule.validFrom <= date)
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  const [now] = rows
  const known = rows.find(({ value }) => typeof value === 'number')
  if (known === undefined || typeof known.value !== 'number') return undefined
  const isOfToday = known === now && (known.validTo === undefined || known.validTo >= date)
  return { centsPerHour: known.value, rule: id, from: known.validFrom, isOfToday }
}

/** The least and the most that the minimum wage can be: of one age where it was told, of all ages from 18 where it was not. */
export function wageRange(
  wages: readonly MinimumWage[],
  age: FundingFacts['age'],
): { readonly low: MinimumWage; readonly high: MinimumWage } | undefined {
  const told = age === '21to56' || age === '57plus' ? '21' : age
  const of = wages.filter((wage) => (told === undefined ? Number(wage.age) >= 18 : wage.age === told))
  const sorted = [...of].sort((a, b) => a.centsPerHour - b.centsPerHour)
  const [low, high] = [sorted[0], sorted.at(-1)]
  return low && high && { low, high }
}
