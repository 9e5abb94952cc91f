import { Alert } from '../components/alert/alert.tsx'
import { type DeskDoneWord, deskWords } from '../words/desk.ts'
import { useLanguage } from '../words/use-words.ts'
import type { DeskWrong } from './desk-action.ts'

/** Above a page: what was done, or why it was not. */
export function DeskTold({ wrong, done }: { readonly wrong: DeskWrong | undefined; readonly done: string | undefined }) {
  const language = useLanguage()
  const words = deskWords[language]
  if (wrong) {
    return (
      // biome-ignore lint/a11y/noAutofocus: without a script this is what brings the person to what is wrong
      <div tabIndex={-1} autoFocus className="mb5">
        <Alert kind="error" title={words.wrongTitle} isNew>
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
        </Alert>
      </div>
    )
  }
  return isDone(done) ? (
    <div className="mb5">
      <Alert kind="ok" title={words.done[done]} isNew />
    </div>
  ) : null
}

const isDone = (word: string | undefined): word is DeskDoneWord => word !== undefined && Object.hasOwn(deskWords.nl.done, word)
