import type { Market } from '../matching/index.ts'
import { knobs } from './knobs.ts'

/** Offerings that a path may have: as many as rule 1 says, or fewer in an answer that had to be limited (ruling 51). */
export function mostTrainings({ effort }: Pick<Market, 'effort'>): number {
  return Math.min(knobs.mostTrainings, effort.mostTrainings ?? knobs.mostTrainings)
}
