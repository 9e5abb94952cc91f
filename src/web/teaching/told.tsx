import { ToldDone, ToldWrong } from '../shell/told.tsx'
import { type TeachingTold as Told, teachingWords } from '../words/teaching.ts'
import { useLanguage } from '../words/use-words.ts'
import type { TeachingWrong } from './teaching-action.ts'

/** Above a page: what was done, or why it was not. */
export function TeachingTold({ wrong, done }: { readonly wrong: TeachingWrong | undefined; readonly done: string | undefined }) {
  const words = teachingWords[useLanguage()]
  if (wrong) {
    return (
      <ToldWrong title={words.wrongTitle}>
        <p>{words.wrong[wrong.wrong]}</p>
      </ToldWrong>
    )
  }
  return isTold(done) ? <ToldDone title={words.told[done]} /> : null
}

const isTold = (word: string | undefined): word is Told => word !== undefined && Object.hasOwn(teachingWords.nl.told, word)
