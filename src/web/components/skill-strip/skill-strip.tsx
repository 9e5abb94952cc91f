import type { SkillReason } from '../../../modules/planning/index.ts'
import { skillWords } from '../../words/skills.ts'
import { useWords } from '../../words/use-words.ts'

type State = SkillReason['state']

export const skillStates: readonly State[] = ['have', 'near', 'learn', 'unknown', 'miss']

const blocks: Record<State, string | undefined> = { have: undefined, near: 'n', learn: 'l', unknown: 'u', miss: 'm' }

export type SkillCounts = Readonly<Record<State, number>>

export function countSkills(skills: readonly Pick<SkillReason, 'state'>[]): SkillCounts {
  const counts = { have: 0, near: 0, learn: 0, unknown: 0, miss: 0 }
  for (const { state } of skills) counts[state]++
  return counts
}

/** One block per skill: have, almost, learn, not known, missing. A sentence stands beside it; this says it too. */
export function SkillStrip({ skills }: { readonly skills: readonly Pick<SkillReason, 'state'>[] }) {
  const words = useWords(skillWords)
  const counts = countSkills(skills)
  return (
    <span className="strip" role="img" aria-label={words.counts(counts)}>
      {skillStates.flatMap((state) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity beyond their place
        Array.from({ length: counts[state] }, (_, index) => <i key={`${state}${index}`} className={blocks[state]} />),
      )}
    </span>
  )
}

export function SkillLegend({ states = skillStates }: { readonly states?: readonly State[] }) {
  const words = useWords(skillWords)
  return (
    <ul className="legend">
      {states.map((state) => (
        <li key={state}>
          <span className="strip" aria-hidden="true">
            <i className={blocks[state]} />
          </span>
          {words.legend[state]}
        </li>
      ))}
    </ul>
  )
}
