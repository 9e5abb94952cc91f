import { Form, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { actorOf, signInFirst } from '../actor.ts'
import { Alert } from '../components/alert/alert.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { siteContext } from '../context.ts'
import { eraseAction } from '../data-rights/erase-action.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { dataRightsWords } from '../words/data-rights.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const language = languageOfPath(pageUrl(request).pathname)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  return {
    inTheWay: await site.modules.dataRights.inTheWay(actor),
    stays: Object.entries(site.modules.dataRights.stays).map(([key, { what, law }]) => ({ key, what: what[language], law })),
  }
}

export const action = eraseAction

export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  dataRightsWords,
  ({ erase }) => erase.title,
  ({ erase }) => erase.description,
)

export default function DataErasePage() {
  const { inTheWay, stays } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = dataRightsWords[language].erase
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="stack-6 narrow">
        <p>
          {words.firstTitle} <Link to={pathTo('dataDownload', language)}>{words.first}</Link>.
        </p>
        <section aria-labelledby="goes">
          <h2 id="goes" className="h3">
            {words.goesTitle}
          </h2>
          <ul className="textlist mt4">
            {words.goes.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="stays">
          <h2 id="stays" className="h3">
            {words.staysTitle}
          </h2>
          <p className="mt4">{words.staysText}</p>
          <ul className="textlist mt4">
            {stays.map(({ key, what, law }) => (
              <li key={key}>
                {what}
                <details>
                  <summary>{words.ground}</summary>
                  <p className="small" lang="en">
                    {law}
                  </p>
                </details>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="backups">
          <h2 id="backups" className="h3">
            {words.backupTitle}
          </h2>
          <p className="mt4">{words.backup}</p>
        </section>
        {inTheWay.length > 0 ? <InTheWay /> : <EraseForm />}
      </div>
    </div>
  )
}

/** Organisations that would be left without an owner, and where that is mended. */
function InTheWay() {
  const { inTheWay } = useLoaderData<typeof loader>()
  const isNew = useActionData<typeof eraseAction>() !== undefined
  const language = useLanguage()
  const words = dataRightsWords[language].erase
  return (
    <Alert kind="warn" title={words.ownerTitle} isNew={isNew}>
      <p>{words.owner}</p>
      <ul className="textlist mt4">
        {inTheWay.map(({ id, name }) => (
          <li key={id}>
            <Link to={pathTo('orgPeople', language, { organisation: id })}>{words.people(name)}</Link>
            <br />
            <Link to={pathTo('orgDetails', language, { organisation: id })}>{words.close(name)}</Link>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

function EraseForm() {
  const wrong = useActionData<typeof eraseAction>()?.wrong === 'sure'
  const language = useLanguage()
  const words = dataRightsWords[language].erase
  return (
    <Form method="post" className="card has-error stack">
      {wrong ? (
        <p className="err" id="sure-e" role="alert">
          <Icon name="stop" />
          {words.sureError}
        </p>
      ) : null}
      <label className="check">
        <input
          type="checkbox"
          name="sure"
          value="yes"
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? 'sure-e' : undefined}
        />
        <span>{words.sure}</span>
      </label>
      <p className="row">
        <button className="btn btn-d" type="submit" name="intent" value="erase">
          <Icon name="trash" />
          {words.button}
        </button>
        <Link className="btn btn-2" to={pathTo('yourData', language)}>
          {words.keep}
        </Link>
      </p>
    </Form>
  )
}
