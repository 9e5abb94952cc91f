import { Form, Link } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { CredentialChecks } from '../components/credential-checks/credential-checks.tsx'
import { pathTo } from '../paths.ts'
import { credentialWords } from '../words/credentials.ts'
import { useLanguage } from '../words/use-words.ts'
import { FactList } from './fact-list.tsx'
import type { LookedShown } from './held-action.ts'

/** What was read of a credential, its checks and its skills, to be confirmed. */
export function ConfirmPart({ looked }: { readonly looked: LookedShown }) {
  const language = useLanguage()
  const words = credentialWords[language].held
  const { conclusion, facts, skills, factsOnly } = looked
  const { proofs, ...checks } = looked.checks
  const mayKeep = conclusion !== 'refused'
  const kind = conclusion === 'verified' ? 'ok' : conclusion === 'refused' ? 'error' : 'warn'
  const again = (
    <Link className="btn btn-3" to={pathTo('heldCredentials', language)} reloadDocument>
      {words.again}
    </Link>
  )
  return (
    <div className="stack-6">
      <Alert kind={kind} title={words.conclusions[conclusion]} isNew />
      <FactList facts={facts} />
      <section aria-labelledby="checks">
        <h2 id="checks" className="h3">
          {words.details}
        </h2>
        <div className="mt4">
          <CredentialChecks checks={checks} proofs={proofs} />
        </div>
      </section>
      {mayKeep ? (
        <Form method="post" encType="multipart/form-data" className="stack-6 narrow">
          <input type="hidden" name="intent" value="import" />
          <input type="hidden" name="form" value={looked.form} />
          <textarea name="source" defaultValue={looked.source} hidden readOnly />
          {skills.length === 0 ? <p>{words.noSkills}</p> : <SkillChoice skills={skills} />}
          {factsOnly ? <p className="note">{words.factsOnly}</p> : null}
          <p className="row">
            <button className="btn" type="submit">
              {words.confirm}
            </button>
            {again}
          </p>
        </Form>
      ) : (
        <p className="row">{again}</p>
      )}
    </div>
  )
}

function SkillChoice({ skills }: { readonly skills: LookedShown['skills'] }) {
  const words = credentialWords[useLanguage()].held
  return (
    <fieldset className="plainset">
      <legend className="h3">{words.skills}</legend>
      <p>{words.skillsHint}</p>
      <ul className="find">
        {skills.map(({ concept, label, how }) => (
          <li key={concept}>
            <label className="check">
              <input type="checkbox" name="skill" value={concept} defaultChecked={how !== 'read'} />
              <span>
                <strong>{label}</strong> <span className="note">{words.how[how]}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
