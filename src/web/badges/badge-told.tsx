import { Alert } from '../components/alert/alert.tsx'
import { badgeWords } from '../words/badges.ts'
import { useLanguage } from '../words/use-words.ts'
import type { BadgeWrong } from './badge-action.ts'

/** Above a page about badges: what was done, or why it was not. */
export function BadgeTold({ wrong, done }: { readonly wrong: BadgeWrong | undefined; readonly done: string | undefined }) {
  const words = badgeWords[useLanguage()]
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
  if (done === undefined || !Object.hasOwn(words.done, done)) return null
  return (
    <div className="mb5">
      <Alert kind="ok" title={words.done[done as keyof typeof words.done]} isNew />
    </div>
  )
}
