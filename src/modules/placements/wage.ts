import type { DateText } from '../../platform/index.ts'
import type { RulesService } from '../rules/index.ts'

/** A minimum wage beside the wage of a placement. */
export interface WageStep {
  /** 18 to 21; 21 is "and older". */
  readonly age: number
  /** Left out: the amount of that day is not known. */
  readonly cents?: number
  readonly verdict: 'enough' | 'short' | 'unknown'
}

/** Minimum wages of a day for who learns while working (bbl), by age. From 21 on there is one for everybody. */
const ids: readonly (readonly [age: number, id: string])[] = [
  [18, 'minimum-wage-bbl-18'],
  [19, 'minimum-wage-bbl-19'],
  [20, 'minimum-wage-bbl-20'],
  [21, 'minimum-wage-21'],
]
const otherIds: readonly (readonly [age: number, id: string])[] = [
  [18, 'minimum-wage-18'],
  [19, 'minimum-wage-19'],
  [20, 'minimum-wage-20'],
  [21, 'minimum-wage-21'],
]

/**
 * Holds a wage against the minimum wages of a day (`data/rules/wages.json`), for each age: how old somebody is, is never asked. A warning, never a
 * decision.
 * @param cents an hour, before tax
 */
export async function wageSteps(
  rules: Pick<RulesService, 'find'>,
  cents: number,
  isBbl: boolean,
  day: DateText,
): Promise<readonly WageStep[]> {
  const found: WageStep[] = []
  // One after the other: this may be asked within a transaction, which answers one question at a time.
  for (const [age, id] of isBbl ? ids : otherIds) {
    const value = (await rules.find(id, day))?.value
    found.push(
      typeof value === 'number'
        ? { age, cents: value, verdict: cents >= value ? 'enough' : 'short' }
        : { age, verdict: 'unknown' },
    )
  }
  return found
}
