import { Form } from 'react-router'
import { dateText } from '../../words/format.ts'
import { needsWords } from '../../words/needs.ts'
import { useLanguage } from '../../words/use-words.ts'
import { FieldError } from '../field-error/field-error.tsx'
import { NeedChecks, type ShownGroup } from './needs-form.tsx'

/** Lets one organisation see some of what was chosen, until a day. Nothing is chosen beforehand but the day. */
export function ReleaseForm({
  organisation,
  introduction,
  needs,
  days,
  wrong,
}: {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly introduction: string | undefined
  readonly needs: ShownGroup['needs']
  readonly days: { readonly first: string; readonly preset: string; readonly last: string }
  readonly wrong: 'ids' | 'until' | undefined
}) {
  const language = useLanguage()
  const words = needsWords[language]
  const last = dateText(days.last, language)
  return (
    <section className="card" aria-labelledby="release">
      <h2 id="release" className="h3">
        {words.releaseTitle(organisation.name)}
      </h2>
      <p className="mt4">{words.releaseText}</p>
      {needs.length === 0 ? (
        <p className="mt4">{words.chooseFirst}</p>
      ) : (
        <Form method="post" className="stack mt4" noValidate>
          <input type="hidden" name="intent" value="release" />
          <input type="hidden" name="organisation" value={organisation.id} />
          {introduction ? <input type="hidden" name="introduction" value={introduction} /> : null}
          <fieldset
            className={wrong === 'ids' ? 'plainset has-error' : 'plainset'}
            aria-describedby={wrong === 'ids' ? 'ids-e' : undefined}
          >
            <legend className="label">{words.which}</legend>
            {wrong === 'ids' ? <FieldError id="ids-e" text={words.nothingChosen} /> : null}
            <NeedChecks needs={needs} chosen={[]} />
          </fieldset>
          <div className={wrong === 'until' ? 'field narrow has-error' : 'field narrow'}>
            <label className="label" htmlFor="until">
              {words.lastDay}
            </label>
            <span className="hint" id="until-h">
              {words.lastDayHint(last)}
            </span>
            {wrong === 'until' ? <FieldError id="until-e" text={words.wrongDay(last)} /> : null}
            <input
              className="input"
              id="until"
              name="until"
              type="date"
              min={days.first}
              max={days.last}
              defaultValue={days.preset}
              aria-invalid={wrong === 'until' ? true : undefined}
              aria-describedby={wrong === 'until' ? 'until-h until-e' : 'until-h'}
            />
          </div>
          <button className="btn" type="submit">
            {words.release}
          </button>
        </Form>
      )}
    </section>
  )
}
