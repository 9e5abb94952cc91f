import { Form } from 'react-router'
import { FieldError } from '../components/field-error/field-error.tsx'
import { accountWords } from '../words/account.ts'
import { useWords } from '../words/use-words.ts'

export type WrongEmail = keyof (typeof accountWords)['nl']['newEmail']['wrong']

/** Another address: a link is mailed to it, and nothing changes before that is opened. */
export function NewEmailForm({
  isDemo,
  given,
  wrong,
}: {
  readonly isDemo: boolean
  readonly given: string
  readonly wrong: WrongEmail | undefined
}) {
  const words = useWords(accountWords).newEmail
  const error = wrong === undefined ? undefined : words.wrong[wrong]
  return (
    <section className="card narrow" aria-labelledby="new-email">
      <h2 id="new-email" className="h3">
        {words.title}
      </h2>
      {isDemo ? (
        <p className="mt4">{words.wrong.demo}</p>
      ) : (
        <Form method="post" className="spaced mt4" noValidate>
          <input type="hidden" name="intent" value="newEmail" />
          <div className={error ? 'field has-error' : 'field'}>
            <label className="label" htmlFor="newEmail">
              {words.label}
            </label>
            <span className="hint" id="newEmail-h">
              {words.hint}
            </span>
            {error ? <FieldError id="newEmail-e" text={error} /> : null}
            <input
              className="input"
              id="newEmail"
              name="email"
              type="email"
              autoComplete="email"
              defaultValue={given}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? 'newEmail-h newEmail-e' : 'newEmail-h'}
            />
          </div>
          <button className="btn btn-2" type="submit">
            {words.ask}
          </button>
        </Form>
      )}
    </section>
  )
}
