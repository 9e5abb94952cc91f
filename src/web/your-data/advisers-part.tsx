import { Form, Link } from 'react-router'
import { FieldError } from '../components/field-error/field-error.tsx'
import { VerificationTag } from '../organisation/verification.tsx'
import { pathTo } from '../paths.ts'
import { dateText } from '../words/format.ts'
import { organisationWords } from '../words/organisations.ts'
import { useLanguage } from '../words/use-words.ts'
import { yourDataWords } from '../words/your-data.ts'
import type { Refused } from './your-data-action.ts'
import type { OwnData } from './your-data-loader.ts'

/** Organisations whose advisers may look along, each to be stopped at once, and a form for another one. */
export function AdvisersPart({ own, refused }: { readonly own: OwnData; readonly refused: Refused | undefined }) {
  const language = useLanguage()
  const words = yourDataWords[language]
  const { advisers } = words
  return (
    <div className="stack mt7">
      <h3 id="advisers">{advisers.title}</h3>
      {own.advisers.length === 0 ? <p>{advisers.none}</p> : null}
      <ul className="plain stack">
        {own.advisers.map(({ id, name, verification, since, until, handle }) => (
          <li className="card" key={id}>
            <p className="row bare">
              <strong>{name}</strong>
              <VerificationTag verification={verification} />
            </p>
            <p className="note">
              {words.since(dateText(since, language))}
              {until === undefined ? '' : `, ${words.until(dateText(until, language))}`}
            </p>
            {handle === undefined ? null : (
              <p>
                <Link to={pathTo('advised', language, { person: handle })}>{advisers.together}</Link>
              </p>
            )}
            <Form method="post">
              <input type="hidden" name="intent" value="adviserStop" />
              <input type="hidden" name="organisation" value={id} />
              <button className="btn btn-2 btn-s" type="submit">
                {advisers.stop}
                <span className="vh"> {advisers.stopWhich(name)}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <AdviserForm own={own} refused={refused} />
    </div>
  )
}

function AdviserForm({ own, refused }: { readonly own: OwnData; readonly refused: Refused | undefined }) {
  const language = useLanguage()
  const { advisers } = yourDataWords[language]
  const { verifications } = organisationWords[language]
  const wrong = refused?.wrong
  const { days, adviser, choices } = own
  const last = dateText(days.last, language)
  if (choices.length === 0) return <p className="note">{advisers.noOrganisations}</p>
  return (
    <details className="card narrow" open={wrong === 'organisation' || wrong === 'until'}>
      <summary>
        <strong>{advisers.add}</strong>
      </summary>
      <p className="mt4">{adviser.text}</p>
      <Form method="post" className="stack mt4" noValidate>
        <input type="hidden" name="intent" value="adviser" />
        <input type="hidden" name="version" value={adviser.version} />
        <div className={wrong === 'organisation' ? 'field has-error' : 'field'}>
          <label className="label" htmlFor="organisation">
            {advisers.organisation}
          </label>
          <span className="hint" id="organisation-h">
            {advisers.organisationHint}
          </span>
          {wrong === 'organisation' ? <FieldError id="organisation-e" text={advisers.chooseWrong} /> : null}
          <select
            className="input"
            id="organisation"
            name="organisation"
            defaultValue={refused?.given?.organisation ?? ''}
            aria-invalid={wrong === 'organisation' ? true : undefined}
            aria-describedby={wrong === 'organisation' ? 'organisation-h organisation-e' : 'organisation-h'}
          >
            <option value="">{advisers.choose}</option>
            {choices.map(({ id, name, verification }) => (
              <option key={id} value={id}>
                {name} ({verifications[verification].toLowerCase()})
              </option>
            ))}
          </select>
        </div>
        <div className={wrong === 'until' ? 'field has-error' : 'field'}>
          <label className="label" htmlFor="until">
            {advisers.lastDay}
          </label>
          <span className="hint" id="until-h">
            {advisers.lastDayHint(last)}
          </span>
          {wrong === 'until' ? <FieldError id="until-e" text={advisers.lastDayWrong(last)} /> : null}
          <input
            className="input"
            id="until"
            name="until"
            type="date"
            min={days.first}
            max={days.last}
            defaultValue={refused?.given?.until ?? days.preset}
            aria-invalid={wrong === 'until' ? true : undefined}
            aria-describedby={wrong === 'until' ? 'until-h until-e' : 'until-h'}
          />
        </div>
        <button className="btn" type="submit">
          {advisers.give}
        </button>
      </Form>
    </details>
  )
}
