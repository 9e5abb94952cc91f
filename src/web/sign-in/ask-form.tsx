import { Form } from 'react-router'
import { FieldError } from '../components/field-error/field-error.tsx'
import { pathTo } from '../paths.ts'
import { signInWords } from '../words/sign-in.ts'
import { useLanguage } from '../words/use-words.ts'

/** Asks for a link: one field and one button, wherever it stands. */
export function AskForm({
  back,
  email,
  isWrong = false,
}: {
  readonly back: string
  readonly email?: string
  readonly isWrong?: boolean
}) {
  const language = useLanguage()
  const words = signInWords[language]
  return (
    <Form method="post" action={pathTo('signIn', language)} className="spaced" noValidate>
      <input type="hidden" name="intent" value="ask" />
      <input type="hidden" name="back" value={back} />
      <div className={isWrong ? 'field has-error' : 'field'}>
        <label className="label" htmlFor="email">
          {words.email}
        </label>
        <span className="hint" id="email-h">
          {words.emailHint}
        </span>
        {isWrong ? <FieldError id="email-e" text={words.notEmail} /> : null}
        <input
          className="input"
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          maxLength={254}
          required
          defaultValue={email}
          aria-invalid={isWrong ? true : undefined}
          aria-describedby={isWrong ? 'email-h email-e' : 'email-h'}
        />
      </div>
      <button className="btn" type="submit">
        {words.ask}
      </button>
    </Form>
  )
}
