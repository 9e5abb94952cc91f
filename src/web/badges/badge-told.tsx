import { ToldDone, ToldWrong } from '../shell/told.tsx'
import { badgeWords } from '../words/badges.ts'
import { useLanguage } from '../words/use-words.ts'
import type { BadgeWrong } from './badge-action.ts'

/** Above a page about badges: what was done, or why it was not. */
export function BadgeTold({ wrong, done }: { readonly wrong: BadgeWrong | undefined; readonly done: string | undefined }) {
  const words = badgeWords[useLanguage()]
  if (wrong) {
    return (
      <ToldWrong title={words.wrongTitle}>
        <p>{words.wrong[wrong.wrong]}</p>
      </ToldWrong>
    )
  }
  if (done === undefined || !Object.hasOwn(words.done, done)) return null
  return <ToldDone title={words.done[done as keyof typeof words.done]} />
}
