import type { Profile } from '../../../modules/people/index.ts'
import type { ChangeView } from '../../../modules/planning/index.ts'
import { nudgeWords } from '../../words/nudges.ts'
import { useWords } from '../../words/use-words.ts'
import { Nudges } from './nudges.tsx'

const mostShown = 3

/** The section under an answer: the smallest changes that open most. Nothing where none opens anything. */
export function SmallChanges({
  changes,
  profile,
  isOfGoal = false,
}: {
  readonly changes: readonly ChangeView[]
  readonly profile: Profile
  /** The page is about one goal, and these are counted over all vacancies: then that is said. */
  readonly isOfGoal?: boolean
}) {
  const words = useWords(nudgeWords)
  if (changes.length === 0) return null
  return (
    <section className="sec" aria-labelledby="kv">
      <h2 id="kv">{words.title}</h2>
      <p>{isOfGoal ? words.leadAll : words.lead}</p>
      <div className="mt4">
        <Nudges changes={changes.slice(0, mostShown)} profile={profile} />
      </div>
    </section>
  )
}
