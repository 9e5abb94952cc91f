import { Form } from 'react-router'
import type { Side } from '../../../modules/introductions/index.ts'
import { introductionFormWords } from '../../words/introduction-forms.ts'
import { useLanguage } from '../../words/use-words.ts'
import { FieldError } from '../field-error/field-error.tsx'

/** A no, always with a reason of the list. Nothing is chosen beforehand. */
export function DeclineForm({ side, wrong }: { readonly side: Side; readonly wrong?: 'reason' | 'text' | undefined }) {
  const words = introductionFormWords[useLanguage()]
  const { decline } = words
  const reasons: Readonly<Record<string, string>> = decline[side]
  return (
    <section className="card" aria-labelledby="decline">
      <h2 id="decline" className="h3">
        {decline.title[side]}
      </h2>
      <p className="small mt4">{decline.text[side]}</p>
      <Form method="post" className="stack mt4" noValidate>
        <input type="hidden" name="intent" value="decline" />
        <fieldset
          className={wrong === 'reason' ? 'plainset has-error' : 'plainset'}
          id="reason"
          aria-describedby={wrong === 'reason' ? 'reason-e' : undefined}
        >
          <legend className="label">{decline.reason}</legend>
          {wrong === 'reason' ? <FieldError id="reason-e" text={words.wrong.reason} /> : null}
          {Object.entries(reasons).map(([reason, text]) => (
            <label className="check" key={reason}>
              <input type="radio" name="reason" value={reason} required />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
        <Words
          name="text"
          label={decline.more[side]}
          hint={decline.moreHint[side]}
          wrong={wrong === 'text' ? words.wrong.text : undefined}
        />
        {side === 'organisation' ? <Words name="adviserText" label={decline.adviser} hint={decline.adviserHint} /> : null}
        <button className="btn btn-2 full" type="submit">
          {decline.send[side]}
        </button>
      </Form>
    </section>
  )
}

function Words({
  name,
  label,
  hint,
  wrong,
}: {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly wrong?: string | undefined
}) {
  return (
    <div className={wrong ? 'field has-error' : 'field'}>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <span className="hint" id={`${name}-h`}>
        {hint}
      </span>
      {wrong ? <FieldError id={`${name}-e`} text={wrong} /> : null}
      <textarea
        className="input short"
        id={name}
        name={name}
        rows={3}
        maxLength={500}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${name}-h ${name}-e` : `${name}-h`}
      />
    </div>
  )
}
