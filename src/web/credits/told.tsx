import { GuideFullText } from '../placement/guide-full.tsx'
import { ToldDone, ToldWrong } from '../shell/told.tsx'
import { creditToldWords } from '../words/credits-told.ts'
import { useLanguage } from '../words/use-words.ts'
import type { CreditsWrong } from './credits-action.ts'

/** Above a page: what was done, or why it was not. */
export function CreditsTold({ wrong, done }: { readonly wrong: CreditsWrong | undefined; readonly done: string | undefined }) {
  const words = creditToldWords[useLanguage()]
  if (wrong) {
    return (
      <ToldWrong title={words.wrongTitle}>
        <p>{words.wrong[wrong.wrong]}</p>
        {wrong.guide ? <GuideFullText guide={wrong.guide} /> : null}
      </ToldWrong>
    )
  }
  if (done === undefined || !Object.hasOwn(words.done, done)) return null
  return <ToldDone title={words.done[done as keyof typeof words.done]} />
}
