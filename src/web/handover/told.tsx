import { ToldDone, ToldWrong } from '../shell/told.tsx'
import { handoverWords } from '../words/handover.ts'
import type { KitDoneWord } from '../words/handover-told.ts'
import { useLanguage } from '../words/use-words.ts'
import type { KitWrong } from './kit-action.ts'

/** Above a page: what was done, or why it was not. */
export function KitTold({ wrong, done }: { readonly wrong: KitWrong | undefined; readonly done: KitDoneWord | undefined }) {
  const words = handoverWords[useLanguage()]
  if (wrong) {
    return (
      <ToldWrong title={words.wrongTitle}>
        <p>{words.wrong[wrong.wrong]}</p>
      </ToldWrong>
    )
  }
  return done ? <ToldDone title={words.done[done]} /> : null
}
