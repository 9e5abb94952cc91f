import { Form, useLoaderData } from 'react-router'
import { FieldError } from '../components/field-error/field-error.tsx'
import type { loader } from '../pages/credits-work.tsx'
import { creditFilePath } from '../paths.ts'
import { creditWords } from '../words/credits.ts'
import { creditToldWords } from '../words/credits-told.ts'
import { numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import type { CreditsWrong } from './credits-action.ts'

/** A hint to the browser: what a file is, is seen in the file itself. */
const accepted = '.pdf,.png,.jpg,.jpeg,.docx,.txt,application/pdf,image/png,image/jpeg,text/plain'

/** Files beside a piece of work: fetched as files, never shown within the site. */
export function FilesPart({ wrong }: { readonly wrong: CreditsWrong | undefined }) {
  const { files, placement, mayChange } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = creditWords[language].file
  return (
    <section aria-labelledby="files">
      <h2 id="files">{words.title}</h2>
      {mayChange ? <p className="mt4">{words.lead}</p> : null}
      {files.length === 0 ? (
        <p className="mt4">{words.none}</p>
      ) : (
        <ul className="credit-files mt4">
          {files.map(({ id, name, bytes, sha256, isEmptied }) => (
            <li key={id} className="card">
              {isEmptied ? (
                `${name}, ${words.emptied}`
              ) : (
                <a href={creditFilePath(language, placement, id)} download>
                  {name}
                </a>
              )}{' '}
              <span className="note">{words.size(numberText(Math.max(1, Math.round(bytes / 1000)), language))}</span>
              <p className="note credit-hash">{`${words.hash}: ${sha256}`}</p>
              {mayChange ? (
                <Form method="post" className="mt2">
                  <input type="hidden" name="intent" value="removeFile" />
                  <input type="hidden" name="file" value={id} />
                  <button className="btn btn-3 btn-s" type="submit">
                    {words.remove(name)}
                  </button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayChange ? <AddFile key={files.length} wrong={wrong} /> : null}
    </section>
  )
}

function AddFile({ wrong }: { readonly wrong: CreditsWrong | undefined }) {
  const language = useLanguage()
  const words = creditWords[language].file
  const error = wrong?.intent === 'addFile' ? creditToldWords[language].wrong[wrong.wrong] : undefined
  return (
    <Form method="post" encType="multipart/form-data" className="stack-4 mt4 narrow" noValidate>
      <input type="hidden" name="intent" value="addFile" />
      <div className={error ? 'field has-error' : 'field'}>
        <label className="label" htmlFor="file">
          {words.label}
        </label>
        <span className="hint" id="file-h">
          {words.hint}
        </span>
        <FieldError id="file-e" text={error} />
        <input
          className="input"
          type="file"
          id="file"
          name="file"
          accept={accepted}
          aria-describedby={error ? 'file-h file-e' : 'file-h'}
          aria-invalid={error ? true : undefined}
        />
      </div>
      <button className="btn btn-2" type="submit">
        {words.add}
      </button>
    </Form>
  )
}
