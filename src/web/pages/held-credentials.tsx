import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { OwnBadges } from '../components/own-badges/own-badges.tsx'
import { ConfirmPart } from '../credentials/confirm-part.tsx'
import { GiveFields, WrongSummary } from '../credentials/give-credential.tsx'
import { type HeldAnswer, heldAction } from '../credentials/held-action.ts'
import { HeldCard } from '../credentials/held-card.tsx'
import { heldLoader } from '../credentials/held-loader.ts'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { credentialWords } from '../words/credentials.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = heldLoader
export const action = heldAction
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  credentialWords,
  (words) => words.held.title,
  (words) => words.held.lead,
)

export default function HeldCredentialsPage() {
  const answer = useActionData<HeldAnswer>()
  const { name, own, held, organisations, megabytes, done } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = credentialWords[language].held
  if (answer?.looked) {
    return (
      <div className="wrap">
        <div className="head">
          <h1>{words.confirmTitle}</h1>
          <p className="lead">{words.confirmLead}</p>
        </div>
        <ConfirmPart looked={answer.looked} />
      </div>
    )
  }
  const wrong = answer?.wrong
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      {wrong ? <WrongSummary wrong={wrong} megabytes={megabytes} /> : null}
      {answer?.refused ? (
        <Alert kind="error" title={words.refusedTitle} isNew>
          <p>{words.refused[answer.refused]}</p>
        </Alert>
      ) : null}
      {done && !answer ? <Alert kind="ok" title={words.done[done]} isNew /> : null}
      <div className="stack-6">
        <section className="sec" aria-labelledby="kept">
          <h2 id="kept">{words.list}</h2>
          {held.length === 0 ? (
            <div className="mt4">
              <EmptyState title={words.none} level="h3">
                <p>{words.noneText}</p>
              </EmptyState>
            </div>
          ) : (
            <ul className="plain stack-3 mt4">
              {held.map((one) => (
                <HeldCard key={one.id} held={one} name={name} organisations={organisations} />
              ))}
            </ul>
          )}
        </section>
        <OwnBadges badges={own} />
        <section aria-labelledby="add">
          <h2 id="add" className="h3">
            {words.add}
          </h2>
          <Form method="post" encType="multipart/form-data" className="stack-5 narrow mt4">
            <input type="hidden" name="intent" value="look" />
            <GiveFields wrong={wrong} text={answer?.text} megabytes={megabytes} />
            <p className="row">
              <button className="btn" type="submit">
                {words.read}
              </button>
              <Link to={pathTo('credentialCheck', language)}>{words.toCheck}</Link>
            </p>
          </Form>
        </section>
      </div>
    </div>
  )
}
