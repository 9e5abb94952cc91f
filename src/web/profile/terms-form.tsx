import { Form } from 'react-router'
import type { Profile } from '../../modules/people/index.ts'
import { FieldError } from '../components/field-error/field-error.tsx'
import { profileWords } from '../words/profile.ts'
import { useWords } from '../words/use-words.ts'
import { type TermField, termSections } from './term-fields.ts'

export interface FundingScheme {
  readonly id: string
  readonly title: string
  readonly note?: string
}

/** One form for everything somebody wants: each section has a button, and each button keeps all of it. */
export function TermsForm({
  profile,
  wrong,
  municipalities,
  schemes,
}: {
  readonly profile: Profile
  /** Texts that could not be used, by field. */
  readonly wrong: Readonly<Record<string, string>>
  readonly municipalities: readonly string[]
  readonly schemes: readonly FundingScheme[]
}) {
  const words = useWords(profileWords)
  return (
    <Form method="post" className="stack-6" noValidate preventScrollReset>
      <input type="hidden" name="intent" value="terms" />
      {termSections.map(({ id, fields }) => (
        <fieldset className="plainset" id={id} key={id}>
          <legend className="h3">{words.sections[id as keyof typeof words.sections]}</legend>
          <div className="fields">
            {id === 'uren' ? <HoursField profile={profile} wrong={wrong.hours} /> : null}
            {id === 'reizen' ? <PlaceField profile={profile} wrong={wrong.place} municipalities={municipalities} /> : null}
            {fields.map((field) => (
              <OneField key={field.name} field={field} profile={profile} wrong={wrong[field.name]} />
            ))}
          </div>
          {id === 'leren' ? <Funding schemes={schemes} profile={profile} /> : null}
          <p className="saverow">
            <button className="btn btn-2" type="submit">
              {words.save}
              <span className="vh">: {words.sections[id as keyof typeof words.sections]}</span>
            </button>
          </p>
        </fieldset>
      ))}
    </Form>
  )
}

function OneField({
  field,
  profile,
  wrong,
}: {
  readonly field: TermField
  readonly profile: Profile
  readonly wrong: string | undefined
}) {
  const words = useWords(profileWords)
  const { label, hint, choices, error } = words.fields[field.name]
  const id = `f-${field.name}`
  const value = wrong ?? field.read(profile)
  if (field.kind === 'days') return <Days label={label} value={value} />
  const described = [hint ? `${id}-h` : '', wrong === undefined ? '' : `${id}-e`].filter(Boolean).join(' ')
  const common = {
    id,
    name: field.name,
    className: 'input',
    'aria-describedby': described || undefined,
    'aria-invalid': wrong === undefined ? undefined : true,
  }
  return (
    <div className={wrong === undefined ? 'field' : 'field has-error'}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <span className="hint" id={`${id}-h`}>
          {hint}
        </span>
      ) : null}
      <FieldError id={`${id}-e`} text={wrong === undefined ? undefined : (error ?? '')} />
      {field.kind === 'choice' ? (
        <select {...common} defaultValue={value} key={value}>
          <option value="">{words.none}</option>
          {(field.choices ?? []).map((choice) => (
            <option key={choice} value={choice}>
              {choices?.[choice] ??
                (choice === 'yes' ? words.yes : choice === 'no' ? words.no : (words.languageLevels[choice] ?? choice))}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type={field.kind === 'date' ? 'date' : 'text'}
          inputMode={field.kind === 'number' ? 'numeric' : undefined}
          defaultValue={value}
          key={value}
        />
      )}
    </div>
  )
}

function Days({ label, value }: { readonly label: string; readonly value: string }) {
  const words = useWords(profileWords)
  return (
    <fieldset className="plainset both">
      <legend className="label">{label}</legend>
      <div className="chipset">
        {words.dayNames.map((name, day) => (
          <label key={name}>
            <input type="checkbox" name={`day${day}`} value="1" defaultChecked={value[day] === '1'} />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function HoursField({ profile, wrong }: { readonly profile: Profile; readonly wrong: string | undefined }) {
  const words = useWords(profileWords)
  const [low = '', high = ''] = wrong?.split(' - ') ?? profile.hours?.map(String) ?? []
  const described = wrong === undefined ? undefined : 'f-hours-e'
  return (
    <fieldset className={wrong === undefined ? 'plainset both' : 'plainset both has-error'}>
      <legend className="label">{words.hours}</legend>
      <FieldError id="f-hours-e" text={wrong === undefined ? undefined : words.hoursError} />
      <div className="pairfield">
        <label htmlFor="f-hours">{words.hoursMin}</label>
        <input
          id="f-hours"
          name="hoursMin"
          className="input"
          inputMode="numeric"
          defaultValue={low}
          key={`l${low}`}
          aria-describedby={described}
          aria-invalid={described ? true : undefined}
        />
        <label htmlFor="f-hoursMax">{words.hoursMax}</label>
        <input
          id="f-hoursMax"
          name="hoursMax"
          className="input"
          inputMode="numeric"
          defaultValue={high}
          key={`h${high}`}
          aria-describedby={described}
          aria-invalid={described ? true : undefined}
        />
        <span>{words.hoursUnit}</span>
      </div>
    </fieldset>
  )
}

function PlaceField({
  profile,
  wrong,
  municipalities,
}: {
  readonly profile: Profile
  readonly wrong: string | undefined
  readonly municipalities: readonly string[]
}) {
  const words = useWords(profileWords)
  const value = wrong ?? profile.postcode4 ?? profile.municipality ?? ''
  return (
    <div className={wrong === undefined ? 'field' : 'field has-error'}>
      <label className="label" htmlFor="f-place">
        {words.place}
      </label>
      <span className="hint" id="f-place-h">
        {words.placeHint}
      </span>
      <FieldError id="f-place-e" text={wrong === undefined ? undefined : words.placeError} />
      <input
        id="f-place"
        name="place"
        className="input"
        list="municipalities"
        autoComplete="off"
        defaultValue={value}
        key={value}
        aria-describedby={wrong === undefined ? 'f-place-h' : 'f-place-h f-place-e'}
        aria-invalid={wrong === undefined ? undefined : true}
      />
      <datalist id="municipalities">
        {municipalities.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  )
}

function Funding({ schemes, profile }: { readonly schemes: readonly FundingScheme[]; readonly profile: Profile }) {
  const words = useWords(profileWords)
  if (schemes.length === 0) return null
  return (
    <fieldset className="plainset mt5" id="fonds">
      <legend className="label">{words.sections.fonds}</legend>
      <p className="hint">{words.fundingLead}</p>
      <div className="fields">
        {schemes.map(({ id, title, note }) => (
          <div className="field" key={id}>
            <label className="label" htmlFor={`f-${id}`}>
              {title}
            </label>
            {note ? (
              <span className="hint" id={`f-${id}-h`}>
                {note}
              </span>
            ) : null}
            <select
              className="input"
              id={`f-${id}`}
              name={`funding:${id}`}
              defaultValue={profile.funding?.[id] ?? ''}
              aria-describedby={note ? `f-${id}-h` : undefined}
            >
              <option value="">{words.none}</option>
              {Object.entries(words.funding).map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
