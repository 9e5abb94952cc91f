import { Alert } from '../components/alert/alert.tsx'
import { type EnrolmentDoneWord, enrolmentToldWords } from '../words/enrolment-told.ts'
import { useLanguage } from '../words/use-words.ts'
import type { EnrolmentWrong } from './act.ts'

/** Above a page: what was done, or why it was not. */
export function EnrolmentTold({
  wrong,
  done,
}: {
  readonly wrong: EnrolmentWrong | undefined
  readonly done: EnrolmentDoneWord | undefined
}) {
  const words = enrolmentToldWords[useLanguage()]
  if (wrong) {
    return (
      // biome-ignore lint/a11y/noAutofocus: without a script this is what brings the person to what is wrong
      <div tabIndex={-1} autoFocus className="mb5">
        <Alert kind="error" title={words.wrongTitle} isNew>
          <p>{words.wrong[wrong.wrong]}</p>
        </Alert>
      </div>
    )
  }
  return done ? (
    <div className="mb5">
      <Alert kind="ok" title={words.done[done]} isNew />
    </div>
  ) : null
}
