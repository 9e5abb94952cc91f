import type { Profile } from '../people/index.ts'
import type { ProgrammeSkill } from '../trainings/index.ts'
import type { AskedSkill } from './enrolment.ts'

/** How sure an answer in words is, as a level. */
const levels = { no: 0, little: 1, yes: 2 } as const

/** What a programme asks beside what somebody told: what they did not tell is unknown, and that is no *has not*. */
export function askedSkills(asked: readonly ProgrammeSkill[], profile: Profile | undefined): AskedSkill[] {
  return asked.map(({ skill, level }) => {
    const answer = profile?.answers[skill]
    if (answer === undefined) return { skill, level, has: 'unknown' }
    return { skill, level, has: (typeof answer === 'number' ? answer : levels[answer]) >= level ? 'has' : 'hasNot' }
  })
}
