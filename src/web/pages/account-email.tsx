import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { actorOf, signInFirst } from '../actor.ts'
import { siteContext } from '../context.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { accountWords } from '../words/account.ts'
import { useLanguage } from '../words/use-words.ts'

/** Looks only: programs that read mail open every link in it, and that must not use it up. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const token = pageUrl(request).searchParams.get('link') ?? ''
  return { token, seen: await site.modules.accounts.lookAtNewEmail(actor, token) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const token = String((await request.formData()).get('link') ?? '')
  try {
    await site.modules.accounts.takeNewEmail(actor, token)
  } catch (error) {
    if (isNamed(error, 'Conflict')) return data({ state: 'taken' as const }, { status: 409 })
    if (isNamed(error, 'Invalid')) return data({ state: 'gone' as const }, { status: 400 })
    throw error
  }
  return redirect(`${pathTo('account', languageOfPath(pageUrl(request).pathname))}?email=new`)
}

export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(accountWords, (words) => words.newEmail.open.title)

export default function AccountEmailPage() {
  const { token, seen } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  const language = useLanguage()
  const words = accountWords[language].newEmail.open
  const state = tried?.state ?? seen.state
  return (
    <div className="wrap">
      <meta name="robots" content="noindex" />
      <div className="head">
        <h1>{state === 'ready' ? words.title : words.titles[state]}</h1>
        <p className="lead breakable">
          {state === 'ready' && seen.state === 'ready' ? words.lead(seen.email) : words.leads[state]}
        </p>
      </div>
      {state === 'ready' ? (
        <Form method="post" action={pathTo('accountEmail', language)} className="spaced narrow">
          <input type="hidden" name="link" value={token} />
          <button className="btn" type="submit">
            {words.button}
          </button>
          <p className="small">{words.why}</p>
        </Form>
      ) : (
        <p>
          <Link className="btn btn-2" to={pathTo('account', language)}>
            {words.back}
          </Link>
        </p>
      )}
    </div>
  )
}
