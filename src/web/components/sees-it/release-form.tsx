import { Form, Link } from 'react-router'
import type { Releasable } from '../../../modules/introductions/index.ts'
import { pathTo } from '../../paths.ts'
import { listText, lowerFirst } from '../../words/format.ts'
import { introductionWords } from '../../words/introduction.ts'
import { introductionFormWords } from '../../words/introduction-forms.ts'
import { useLanguage } from '../../words/use-words.ts'
import { FieldError } from '../field-error/field-error.tsx'

/** Releases name, e-mail or telephone to this one organisation until a day. Nothing is chosen beforehand but the day. */
export function ReleaseForm({
  organisation,
  has,
  days,
  wrong,
}: {
  readonly organisation: string
  /** What stands at the account, so can be released. */
  readonly has: readonly Releasable[]
  readonly days: { readonly first: string; readonly preset: string; readonly last: string }
  readonly wrong?: 'fields' | 'until' | undefined
}) {
  const language = useLanguage()
  const { fields } = introductionWords[language].sees
  const words = introductionFormWords[language]
  const { release } = words
  const missing = (Object.keys(fields) as Releasable[]).filter((field) => !has.includes(field))
  return (
    <section className="card" aria-labelledby="release">
      <h2 id="release" className="h3">
        {release.title}
      </h2>
      <p className="small mt4">{release.text(organisation)}</p>
      <Form method="post" className="stack mt4" noValidate>
        <input type="hidden" name="intent" value="release" />
        <fieldset
          className={wrong === 'fields' ? 'plainset has-error' : 'plainset'}
          aria-describedby={wrong === 'fields' ? 'fields-e' : undefined}
          id="fields"
        >
          <legend className="label">{release.which}</legend>
          {wrong === 'fields' ? <FieldError id="fields-e" text={words.wrong.fields} /> : null}
          {has.map((field) => (
            <label className="check" key={field}>
              <input type="checkbox" name="field" value={field} />
              <span>{fields[field]}</span>
            </label>
          ))}
          {missing.length > 0 ? (
            <p className="small">
              {release.missing(
                listText(
                  missing.map((field) => lowerFirst(fields[field])),
                  language,
                ),
              )}{' '}
              <Link to={pathTo('account', language)}>{release.toAccount}</Link>
            </p>
          ) : null}
        </fieldset>
        <div className={wrong === 'until' ? 'field has-error' : 'field'}>
          <label className="label" htmlFor="until">
            {release.until}
          </label>
          {wrong === 'until' ? <FieldError id="until-e" text={words.wrong.until} /> : null}
          <input
            className="input"
            id="until"
            name="until"
            type="date"
            min={days.first}
            max={days.last}
            defaultValue={days.preset}
            aria-invalid={wrong === 'until' ? true : undefined}
            aria-describedby={wrong === 'until' ? 'until-e' : undefined}
          />
        </div>
        <button className="btn btn-2 full" type="submit">
          {release.send}
        </button>
      </Form>
    </section>
  )
}
