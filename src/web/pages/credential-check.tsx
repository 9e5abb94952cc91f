import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { CredentialChecks } from '../components/credential-checks/credential-checks.tsx'
import { type CheckAnswer, checkAction, checkLoader } from '../credentials/check-action.ts'
import { FactList } from '../credentials/fact-list.tsx'
import { GiveFields, WrongSummary, whyText } from '../credentials/give-credential.tsx'
import { Field } from '../organisation/field.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { credentialWords } from '../words/credentials.ts'
import { useLanguage } from '../words/use-words.ts'

export const action = checkAction
export const loader = checkLoader
export const meta = pageMeta(
  credentialWords,
  (words) => words.check.title,
  (words) => words.check.lead,
)

export default function CredentialCheckPage() {
  const answer = useActionData<CheckAnswer>()
  const language = useLanguage()
  const words = credentialWords[language].check
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      {answer?.found ? <Found found={answer.found} /> : <Give answer={answer} />}
    </div>
  )
}

function Give({ answer }: { readonly answer: CheckAnswer | undefined }) {
  const words = credentialWords[useLanguage()]
  const { megabytes } = useLoaderData<typeof loader>()
  const { wrong, text } = answer ?? {}
  const ofKey = wrong?.field === 'key' ? whyText(wrong, words.give, megabytes) : undefined
  return (
    <Form method="post" encType="multipart/form-data" className="stack-5 narrow">
      {wrong ? <WrongSummary wrong={wrong} megabytes={megabytes} /> : null}
      <GiveFields wrong={wrong} text={text} megabytes={megabytes} />
      <details className="twin" open={ofKey !== undefined}>
        <summary>{words.check.more}</summary>
        <div className="stack-5">
          <Field name="key" label={words.check.key} hint={words.check.keyHint} error={ofKey} type="textarea" rows={2} />
          <Field name="statusList" label={words.check.list} hint={words.check.listHint} type="textarea" rows={3} />
        </div>
      </details>
      <p>
        <button className="btn" type="submit">
          {words.check.button}
        </button>
      </p>
    </Form>
  )
}

function Found({ found: { facts, checks } }: { readonly found: NonNullable<CheckAnswer['found']> }) {
  const language = useLanguage()
  const words = credentialWords[language].check
  const { isSignedIn } = useLoaderData<typeof loader>()
  const { proofs, ...each } = checks
  // Whose it is says nothing about whether it is right.
  const { subject: _whose, ...certain } = each
  const verdicts = Object.values(certain).map(({ verdict }) => verdict)
  const summary = verdicts.includes('invalid')
    ? 'invalid'
    : [certain.proof, certain.issuer].every(({ verdict }) => verdict === 'valid') && !verdicts.includes('cannotBeChecked')
      ? 'valid'
      : 'cannotBeChecked'
  const kind = summary === 'valid' ? 'ok' : summary === 'invalid' ? 'error' : 'warn'
  return (
    <div className="stack-6">
      <Alert kind={kind} title={words.summary[summary]} isNew>
        <p>{words.summaryText[summary]}</p>
      </Alert>
      <FactList facts={facts} />
      <section aria-labelledby="results">
        <h2 id="results" className="h3">
          {words.results}
        </h2>
        <div className="mt4">
          <CredentialChecks checks={each} proofs={proofs} />
        </div>
      </section>
      <p className="row">
        <Link className="btn btn-2" to={pathTo('credentialCheck', language)} reloadDocument>
          {words.again}
        </Link>
        {isSignedIn && summary !== 'invalid' ? <Link to={pathTo('heldCredentials', language)}>{words.toMine}</Link> : null}
      </p>
    </div>
  )
}
