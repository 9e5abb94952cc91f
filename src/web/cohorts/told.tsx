import { Alert } from '../components/alert/alert.tsx'
import { GuideFullText } from '../placement/guide-full.tsx'
import { cohortWords } from '../words/cohorts.ts'
import { useLanguage } from '../words/use-words.ts'
import type { CohortWrong } from './cohort-action.ts'

/** Above a page: what was done, or why it was not. */
export function CohortTold({ wrong, done }: { readonly wrong: CohortWrong | undefined; readonly done: string | undefined }) {
  const words = cohortWords[useLanguage()]
  if (wrong) {
    return (
      // biome-ignore lint/a11y/noAutofocus: without a script this is what brings the person to what is wrong
      <div tabIndex={-1} autoFocus className="mb5">
        <Alert kind="error" title={words.wrongTitle} isNew>
          {wrong.guide ? <GuideFullText guide={wrong.guide} /> : <p>{words.wrong[wrong.wrong]}</p>}
        </Alert>
      </div>
    )
  }
  if (done === undefined || !Object.hasOwn(words.done, done)) return null
  return (
    <div className="mb5">
      <Alert kind="ok" title={words.done[done as keyof typeof words.done]} isNew />
    </div>
  )
}
