import { Alert } from '../components/alert/alert.tsx'
import { handoverWords } from '../words/handover.ts'
import type { KitDoneWord } from '../words/handover-told.ts'
import { useLanguage } from '../words/use-words.ts'
import type { KitWrong } from './kit-action.ts'

/** Above a page: what was done, or why it was not. */
export function KitTold({ wrong, done }: { readonly wrong: KitWrong | undefined; readonly done: KitDoneWord | undefined }) {
  const words = handoverWords[useLanguage()]
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
