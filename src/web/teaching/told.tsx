import { Alert } from '../components/alert/alert.tsx'
import { type TeachingTold as Told, teachingWords } from '../words/teaching.ts'
import { useLanguage } from '../words/use-words.ts'
import type { TeachingWrong } from './teaching-action.ts'

/** Above a page: what was done, or why it was not. */
export function TeachingTold({ wrong, done }: { readonly wrong: TeachingWrong | undefined; readonly done: string | undefined }) {
  const words = teachingWords[useLanguage()]
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
  return isTold(done) ? (
    <div className="mb5">
      <Alert kind="ok" title={words.told[done]} isNew />
    </div>
  ) : null
}

const isTold = (word: string | undefined): word is Told => word !== undefined && Object.hasOwn(teachingWords.nl.told, word)
