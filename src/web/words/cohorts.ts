import type { Both } from './both.ts'
import { en } from './cohorts-en.ts'
import { nl } from './cohorts-nl.ts'

export const cohortWords = { nl, en } satisfies Both<typeof nl>
export type CohortWords = typeof nl
export type CohortWrongWord = keyof (typeof nl)['wrong']
export type CohortDoneWord = keyof (typeof nl)['done']
