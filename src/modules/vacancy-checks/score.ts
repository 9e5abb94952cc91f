import type { Findings } from './run-checks.ts'

/** What a text keeps people out with, in parts. Tips about words are no part: they are opinions, and some are about traits. */
export interface ScoreParts {
  /** Words against the law, and what the law asks and is not there. */
  readonly law: number
  /** What shuts people out. */
  readonly shutsOut: number
  /** Essential skills, and terms. */
  readonly skills: number
  readonly terms: number
}

export function scoreOf({ marks, missing }: Findings, demands: readonly { readonly demand: string }[]): ScoreParts {
  const all = [...marks, ...missing]
  const skills = demands.filter(({ demand }) => demand.startsWith('skill:')).length
  return {
    law: all.filter(({ severity }) => severity === 'law').length,
    shutsOut: all.filter(({ severity }) => severity === 'shutsOut').length,
    skills,
    terms: demands.length - skills,
  }
}
