import { ToldDone, ToldWrong } from '../shell/told.tsx'
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
      <ToldWrong title={words.wrongTitle}>
        <p>{words.wrong[wrong.wrong]}</p>
      </ToldWrong>
    )
  }
  return done ? <ToldDone title={words.done[done]} /> : null
}
