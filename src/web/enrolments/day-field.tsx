import { FieldError } from '../components/field-error/field-error.tsx'

/** A day: browsers that have a calendar show one, others a line to write it on. */
export function DayField({
  name,
  id = name,
  label,
  hint,
  value,
  least,
  most,
  error,
}: {
  readonly name: string
  readonly id?: string
  readonly label: string
  readonly hint?: string
  readonly value?: string | undefined
  readonly least?: string | undefined
  readonly most?: string | undefined
  readonly error?: string | undefined
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
      <input
        className="input"
        id={id}
        name={name}
        type="date"
        min={least}
        max={most}
        defaultValue={value}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={error ? true : undefined}
      />
    </div>
  )
}
