import { GuideFullText } from '../placement/guide-full.tsx'
import { ToldDone, ToldWrong } from '../shell/told.tsx'
import { cohortWords } from '../words/cohorts.ts'
import { useLanguage } from '../words/use-words.ts'
import type { CohortWrong } from './cohort-action.ts'

/** Above a page: what was done, or why it was not. */
export function CohortTold({ wrong, done }: { readonly wrong: CohortWrong | undefined; readonly done: string | undefined }) {
  const words = cohortWords[useLanguage()]
  if (wrong) {
    return (
      <ToldWrong title={words.wrongTitle}>
        {wrong.guide ? <GuideFullText guide={wrong.guide} /> : <p>{words.wrong[wrong.wrong]}</p>}
      </ToldWrong>
    )
  }
  if (done === undefined || !Object.hasOwn(words.done, done)) return null
  return <ToldDone title={words.done[done as keyof typeof words.done]} />
}
