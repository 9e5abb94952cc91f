import { Form } from 'react-router'
import { CredentialChecks } from '../components/credential-checks/credential-checks.tsx'
import { Choice, Field } from '../organisation/field.tsx'
import { credentialWords } from '../words/credentials.ts'
import { dateText, listText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import type { NamedOrganisation, ShownHeld } from './held-loader.ts'

/** One credential that somebody keeps: what it is, how it stands, and what can be done with it. */
export function HeldCard({
  held,
  name,
  organisations,
}: {
  readonly held: ShownHeld
  /** Of the person. */
  readonly name: string
  readonly organisations: readonly NamedOrganisation[]
}) {
  const language = useLanguage()
  const { held: words, facts } = credentialWords[language]
  const { lapsed, until, issuedOn, skills } = held
  const day = (date: string): string => dateText(date, language)
  const dates = [
    ...(issuedOn === undefined ? [] : [`${facts.issued} ${day(issuedOn)}`]),
    until === undefined ? facts.noEnd : `${facts.until} ${day(until)}`,
  ]
  return (
    <li className="card" id={held.id}>
      <h3 className="h4 breaks">{held.title}</h3>
      <p className="row">
        <span className={lapsed === undefined && held.conclusion !== 'kept' ? 'tag t-open' : 'tag t-shut'}>
          {lapsed === undefined ? words.states[held.conclusion] : words.lapsed[lapsed]}
        </span>
        {held.isSoon && until !== undefined ? <span className="tag t-learn">{words.soon(day(until))}</span> : null}
      </p>
      <p className="bare breaks">
        {facts.issuer} {held.issuerName}. {dates.join('. ')}.
      </p>
      {skills.length > 0 ? (
        <p className="bare">
          {words.about}: {listText(skills, language)}.
        </p>
      ) : null}
      {lapsed === undefined ? null : <p className="bare">{words.lapsedText[lapsed]}</p>}
      <details className="twin mt4">
        <summary>
          {words.details}
          <span className="vh">{words.which(held.title)}</span>
        </summary>
        <p className="small">{words.checkedOn(day(held.checkedOn))}</p>
        <CredentialChecks checks={held.checks} />
      </details>
      {organisations.length > 0 ? <ReleasePart held={held} name={name} organisations={organisations} /> : null}
      <Form method="post" className="mt4">
        <input type="hidden" name="intent" value="remove" />
        <input type="hidden" name="credential" value={held.id} />
        <button className="btn btn-3 btn-s" type="submit">
          {words.remove}
          <span className="vh">{words.which(held.title)}</span>
        </button>
      </Form>
    </li>
  )
}

function ReleasePart({
  held: { id, title, releasedTo },
  name,
  organisations,
}: {
  readonly held: ShownHeld
  readonly name: string
  readonly organisations: readonly NamedOrganisation[]
}) {
  const words = credentialWords[useLanguage()].held
  const free = organisations.filter((one) => !releasedTo.some((released) => released.id === one.id))
  return (
    <details className="twin">
      <summary>
        {words.release.title}
        <span className="vh">{words.which(title)}</span>
      </summary>
      <p>{words.release.text}</p>
      {releasedTo.map((organisation) => (
        <Form method="post" key={organisation.id} className="row">
          <input type="hidden" name="intent" value="takeBack" />
          <input type="hidden" name="credential" value={id} />
          <input type="hidden" name="organisation" value={organisation.id} />
          <span>{words.release.stands(organisation.name)}</span>
          <button className="btn btn-2 btn-s" type="submit">
            {words.release.takeBack(organisation.name)}
            <span className="vh">{words.which(title)}</span>
          </button>
        </Form>
      ))}
      {free.length > 0 ? (
        <Form method="post" className="stack mt4">
          <input type="hidden" name="intent" value="release" />
          <input type="hidden" name="credential" value={id} />
          <Field name="name" id={`name-${id}`} label={words.release.name} value={name} autoComplete="name" />
          <Choice
            name="organisation"
            id={`organisation-${id}`}
            label={words.release.organisation}
            value={free[0]?.id ?? ''}
            choices={free.map((one) => ({ value: one.id, text: one.name }))}
          />
          <p>
            <button className="btn btn-2 btn-s" type="submit">
              {words.release.button}
              <span className="vh">{words.which(title)}</span>
            </button>
          </p>
        </Form>
      ) : null}
    </details>
  )
}
