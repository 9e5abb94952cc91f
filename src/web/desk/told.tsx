import { ToldDone, ToldWrong } from '../shell/told.tsx'
import { type DeskDoneWord, deskWords } from '../words/desk.ts'
import { useLanguage } from '../words/use-words.ts'
import type { DeskWrong } from './desk-action.ts'

/** Above a page: what was done, or why it was not. */
export function DeskTold({ wrong, done }: { readonly wrong: DeskWrong | undefined; readonly done: string | undefined }) {
  const language = useLanguage()
  const words = deskWords[language]
  if (wrong) {
    return (
      <ToldWrong title={words.wrongTitle}>
        <p>{words.wrong[wrong.wrong]}</p>
        {wrong.against.length > 0 ? (
          <ul className="textlist">
            {wrong.against.map(({ key, words: said, title }) => (
              <li key={key}>
                <q>{said}</q>: {title[language]}
              </li>
            ))}
          </ul>
        ) : null}
      </ToldWrong>
    )
  }
  return isDone(done) ? <ToldDone title={words.done[done]} /> : null
}

const isDone = (word: string | undefined): word is DeskDoneWord => word !== undefined && Object.hasOwn(deskWords.nl.done, word)
