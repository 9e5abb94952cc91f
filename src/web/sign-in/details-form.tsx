import { Form } from 'react-router'
import type { Language } from '../../modules/skills/index.ts'
import { FieldError } from '../components/field-error/field-error.tsx'
import { languages } from '../paths.ts'
import { accountWords } from '../words/account.ts'
import { useWords } from '../words/use-words.ts'

export type WrongDetails = 'name' | 'phone'

/** Who somebody is: all but the address may stay empty. */
export function DetailsForm({
  details,
  wrong,
}: {
  readonly details: { readonly email: string; readonly name: string; readonly phone: string; readonly language: Language }
  readonly wrong: WrongDetails | undefined
}) {
  const words = useWords(accountWords)
  return (
    <Form method="post" className="spaced mt4" noValidate>
      <input type="hidden" name="intent" value="change" />
      <dl className="bare">
        <dt className="label">{words.email}</dt>
        <dd className="bare breakable">{details.email}</dd>
      </dl>
      <Field
        name="name"
        autoComplete="name"
        label={words.name}
        hint={words.nameHint}
        value={details.name}
        error={wrong === 'name' ? words.nameWrong : undefined}
      />
      <Field
        name="phone"
        autoComplete="tel"
        label={words.phone}
        hint={words.phoneHint}
        value={details.phone}
        error={wrong === 'phone' ? words.phoneWrong : undefined}
      />
      <fieldset className="plainset">
        <legend className="label">{words.language}</legend>
        {languages.map((one) => (
          <label className="check" key={one}>
            <input type="radio" name="language" value={one} defaultChecked={details.language === one} />
            <span lang={one}>{words.languages[one]}</span>
          </label>
        ))}
      </fieldset>
      <button className="btn" type="submit">
        {words.save}
      </button>
    </Form>
  )
}

function Field({
  name,
  autoComplete,
  label,
  hint,
  value,
  error,
}: {
  readonly name: WrongDetails
  readonly autoComplete: string
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly error: string | undefined
}) {
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <span className="hint" id={`${name}-h`}>
        {hint}
      </span>
      {error ? <FieldError id={`${name}-e`} text={error} /> : null}
      <input
        className="input"
        id={name}
        name={name}
        type={name === 'phone' ? 'tel' : 'text'}
        autoComplete={autoComplete}
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-h ${name}-e` : `${name}-h`}
      />
    </div>
  )
}
