import type { ReactNode } from 'react'
import { FieldError } from '../components/field-error/field-error.tsx'

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'url' | 'number' | 'file' | 'textarea'
  readonly autoComplete?: string
  /** Where a page has two fields of one name. */
  readonly id?: string
  readonly accept?: string
  /** Lines of a `textarea`. */
  readonly rows?: number
}

/** A field of a plain form with its hint, and with what is wrong beside it. */
export function Field({
  name,
  label,
  hint,
  error,
  value = '',
  type = 'text',
  autoComplete,
  id = name,
  accept,
  rows = 4,
}: FieldProps) {
  const described = [hint ? `${id}-h` : '', error ? `${id}-e` : ''].filter((one) => one !== '').join(' ')
  const common = {
    className: 'input',
    id,
    name,
    autoComplete,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described === '' ? undefined : described,
  }
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <span className="hint" id={`${id}-h`}>
          {hint}
        </span>
      ) : null}
      <FieldError id={`${id}-e`} text={error} />
      {type === 'textarea' ? (
        <textarea {...common} rows={rows} defaultValue={value} />
      ) : type === 'file' ? (
        <input {...common} type="file" accept={accept} />
      ) : (
        <input {...common} type={type} defaultValue={value} inputMode={type === 'number' ? 'numeric' : undefined} />
      )}
    </div>
  )
}

/** Choices of which several may be taken. */
export function Checks({
  name,
  id = name,
  label,
  hint,
  error,
  choices,
  chosen = [],
}: {
  readonly name: string
  readonly id?: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly choices: readonly { readonly value: string; readonly text: ReactNode }[]
  readonly chosen?: readonly string[]
}) {
  return (
    <fieldset id={id} className={error ? 'plainset has-error' : 'plainset'} aria-describedby={error ? `${id}-e` : undefined}>
      <legend className="label">{label}</legend>
      {hint ? <p className="hint">{hint}</p> : null}
      <FieldError id={`${id}-e`} text={error} />
      {choices.map(({ value, text }) => (
        <label className="check" key={value}>
          <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** One choice of a list. */
export function Choice({
  name,
  id = name,
  label,
  hint,
  error,
  choices,
  value,
}: {
  readonly name: string
  readonly id?: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly value?: string | undefined
}) {
  const described = [hint ? `${id}-h` : '', error ? `${id}-e` : ''].filter((one) => one !== '').join(' ')
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <span className="hint" id={`${id}-h`}>
          {hint}
        </span>
      ) : null}
      <FieldError id={`${id}-e`} text={error} />
      <select
        className="input"
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={error ? true : undefined}
      >
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.text}
          </option>
        ))}
      </select>
    </div>
  )
}
