import { Form, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { todayInAmsterdam } from '../../platform/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { Alert } from '../components/alert/alert.tsx'
import { siteContext } from '../context.ts'
import { findDraft } from '../draft.ts'
import { pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { accountAction, type Refused, type RefusedEmail } from '../sign-in/account-action.ts'
import { DetailsForm } from '../sign-in/details-form.tsx'
import { NewEmailForm } from '../sign-in/new-email-form.tsx'
import { SessionList } from '../sign-in/session-list.tsx'
import { accountWords } from '../words/account.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { accounts } = site.modules
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const [{ email, name, phone, language, demo }, sessions, draft] = await Promise.all([
    accounts.find(actor),
    accounts.sessions(actor),
    findDraft(site, request),
  ])
  return {
    details: { email, name: name ?? '', phone: phone ?? '', language },
    sessions: sessions.map(({ createdAt, usedAt, expiresAt, ...one }) => ({
      ...one,
      since: todayInAmsterdam(createdAt),
      used: todayInAmsterdam(usedAt),
      until: todayInAmsterdam(expiresAt),
    })),
    isDemo: demo,
    isSaved: pageUrl(request).searchParams.has('saved'),
    told: (['asked', 'new'] as const).find((one) => one === pageUrl(request).searchParams.get('email')),
    minutes: accounts.linkMinutes,
    hasOutbox: site.modules.mail.isShownTo({ address: site.address, headers: request.headers }, actor),
    draftWaits: draft !== undefined,
  }
}

export const action = accountAction

export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  accountWords,
  (words) => words.title,
  (words) => words.description,
)

export default function AccountPage() {
  const { details, sessions, isSaved, told, minutes, hasOutbox, isDemo, draftWaits } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof accountAction>() as Refused | RefusedEmail | undefined
  const refused = answer && 'wrong' in answer ? answer : undefined
  const refusedEmail = answer && 'wrongEmail' in answer ? answer : undefined
  const language = useLanguage()
  const words = accountWords[language]
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="stack-6">
        {isSaved && !refused ? <Alert kind="ok" title={words.saved} isNew /> : null}
        {told && !answer ? (
          <Alert kind="ok" title={words.newEmail.told[told]} isNew>
            {told === 'asked' ? <p>{words.newEmail.toldText(minutes)}</p> : null}
            {told === 'asked' && hasOutbox ? (
              <p>
                <Link to={pathTo('mailOutbox', language)}>{words.newEmail.outbox}</Link>
              </p>
            ) : null}
          </Alert>
        ) : null}
        {draftWaits ? (
          <Alert kind="info" title={words.waits}>
            <p>
              <Link to={pathTo('signInChoice', language)}>{words.waitsLink}</Link>
            </p>
          </Alert>
        ) : null}
        <section className="card narrow" aria-labelledby="details">
          <h2 id="details" className="h3">
            {words.details}
          </h2>
          <DetailsForm details={{ ...details, ...refused?.given }} wrong={refused?.wrong} />
        </section>
        <NewEmailForm isDemo={isDemo} given={refusedEmail?.email ?? ''} wrong={refusedEmail?.wrongEmail} />
        <section aria-labelledby="profile">
          <h2 id="profile" className="h3">
            {words.profile}
          </h2>
          <p className="row mt4">
            <Link className="btn btn-2" to={pathTo('profile', language)}>
              {words.toProfile}
            </Link>
            <Link className="btn btn-2" to={pathTo('yourData', language)}>
              {words.toData}
            </Link>
            <Link className="btn btn-2" to={pathTo('organisations', language)}>
              {words.toOrganisations}
            </Link>
          </p>
        </section>
        <SessionList sessions={sessions} />
        <div className="row">
          <Form method="post">
            <input type="hidden" name="intent" value="signOut" />
            <button className="btn btn-2" type="submit">
              {words.signOut}
            </button>
          </Form>
          <span className="small">{words.signOutText}</span>
        </div>
        <div className="row">
          <Form method="post">
            <input type="hidden" name="intent" value="signOutEverywhere" />
            <button className="btn btn-d" type="submit">
              {words.everywhere}
            </button>
          </Form>
          <span className="small">{words.everywhereText}</span>
        </div>
      </div>
    </div>
  )
}
