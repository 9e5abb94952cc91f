import { type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { actorOf, backAfterSignIn } from '../actor.ts'
import { Alert } from '../components/alert/alert.tsx'
import { siteContext } from '../context.ts'
import { findDraft } from '../draft.ts'
import { languageOfPath, pageUrl, pathTo, providerPath } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { AskForm } from '../sign-in/ask-form.tsx'
import { DemoPeople } from '../sign-in/demo-people.tsx'
import { Sent } from '../sign-in/sent.tsx'
import { type Refused, signInAction } from '../sign-in/sign-in-action.ts'
import { signInWords } from '../words/sign-in.ts'
import { useLanguage } from '../words/use-words.ts'

const problems = ['provider', 'noEmail', 'down'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { pathname, searchParams } = pageUrl(request)
  const language = languageOfPath(pathname)
  const { accounts, mail } = site.modules
  const back = backAfterSignIn(searchParams.get('back'), pathTo('account', language))
  const actor = await actorOf(site, request)
  if (actor.kind === 'account') throw redirect(back)
  const { linkMinutes } = accounts
  return {
    back,
    isNeeded: searchParams.has('back') && !searchParams.has('own'),
    sent: searchParams.has('sent')
      ? { minutes: linkMinutes, hasOutbox: mail.isShownTo({ address: site.address, headers: request.headers }, actor) }
      : undefined,
    problem: problems.find((one) => one === searchParams.get('problem')),
    isSignedOut: searchParams.has('ended'),
    hasDraft: (await findDraft(site, request)) !== undefined,
    providers: accounts.providers,
    demo: await accounts.demoAccounts(),
  }
}

export const action = signInAction

export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  signInWords,
  (words) => words.title,
  (words) => words.description,
)

export default function SignInPage() {
  const { back, sent, isNeeded, problem, isSignedOut, hasDraft, providers, demo } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof signInAction>() as Refused | undefined
  const language = useLanguage()
  const words = signInWords[language]
  if (sent && !refused) return <Sent back={back} minutes={sent.minutes} hasOutbox={sent.hasOutbox} />
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="stack-5 narrow">
        {refused?.refused === 'tooMany' ? (
          <Alert kind="warn" title={words.tooMany} isNew>
            <p className="small">{words.tooManyText}</p>
          </Alert>
        ) : null}
        {problem ? (
          <Alert kind="error" title={words.problems[problem].title} isNew>
            <p className="small">{words.problems[problem].text}</p>
          </Alert>
        ) : null}
        {isSignedOut ? <Alert kind="ok" title={words.signedOut} isNew /> : null}
        {isNeeded && !problem ? (
          <Alert kind="info" title={words.needed}>
            <p className="small">{words.neededText}</p>
          </Alert>
        ) : null}
        <section className="card spaced" aria-label={words.title}>
          <AskForm back={back} isWrong={refused?.refused === 'email'} {...(refused ? { email: refused.email } : {})} />
          {hasDraft ? <p className="small">{words.draft}</p> : null}
        </section>
        {providers.length > 0 ? (
          <section className="card spaced" aria-labelledby="providers">
            <h2 id="providers" className="h3">
              {words.providers}
            </h2>
            <ul className="plain row">
              {providers.map(({ id, label }) => (
                <li key={id}>
                  {/* A plain link: the way leads off this site. */}
                  <a className="btn btn-2" href={`${providerPath(language, id)}?${new URLSearchParams({ back })}`}>
                    {words.provider(label)}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {demo.length > 0 ? <DemoPeople people={demo} back={back} /> : null}
      </div>
    </div>
  )
}
