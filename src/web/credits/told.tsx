import { Alert } from '../components/alert/alert.tsx'
import { GuideFullText } from '../placement/guide-full.tsx'
import { creditToldWords } from '../words/credits-told.ts'
import { useLanguage } from '../words/use-words.ts'
import type { CreditsWrong } from './credits-action.ts'

/** Above a page: what was done, or why it was not. */
export function CreditsTold({ wrong, done }: { readonly wrong: CreditsWrong | undefined; readonly done: string | undefined }) {
  const words = creditToldWords[useLanguage()]
  if (wrong) {
    return (
      // biome-ignore lint/a11y/noAutofocus: without a script this is what brings the person to what is wrong
      <div tabIndex={-1} autoFocus className="mb5">
        <Alert kind="error" title={words.wrongTitle} isNew>
          <p>{words.wrong[wrong.wrong]}</p>
          {wrong.guide ? <GuideFullText guide={wrong.guide} /> : null}
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
