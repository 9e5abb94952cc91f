import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import type { LinkState } from '../../modules/accounts/index.ts'
import { siteContext } from '../context.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { AskForm } from '../sign-in/ask-form.tsx'
import { afterSignIn, browserTokenOf, signingBrowser } from '../sign-in/signing-in.ts'
import { signInWords } from '../words/sign-in.ts'
import { useLanguage } from '../words/use-words.ts'

/** Looks only: programs that read mail open every link in it, and that must not use it up. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const token = pageUrl(request).searchParams.get('link') ?? ''
  const state: LinkState = await site.modules.accounts.lookAtLink(token, browserTokenOf(site, request))
  return { state, token }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  const language = languageOfPath(pageUrl(request).pathname)
  const token = String((await request.formData()).get('link') ?? '')
  try {
    const signedIn = await site.modules.accounts.openLink(token, browserTokenOf(site, request), signingBrowser(site, request))
    const { path, headers } = afterSignIn(site, signedIn, language)
    return redirect(path, { headers })
  } catch (error) {
    if (!isNamed(error, 'Invalid')) throw error
    const state: LinkState = (error as Error & { readonly where?: string }).where === 'browser' ? 'other-browser' : 'gone'
    return data({ state }, { status: 400 })
  }
}

export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  signInWords,
  (words) => words.title,
  (words) => words.description,
)

export default function OpenLinkPage() {
  const { state: seen, token } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  const language = useLanguage()
  const words = signInWords[language].open
  const state = tried?.state ?? seen
  if (state === 'ready') {
    return (
      <div className="wrap">
        <meta name="robots" content="noindex" />
        <div className="head">
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        <Form method="post" action={pathTo('signInOpen', language)} className="spaced narrow">
          <input type="hidden" name="link" value={token} />
          <button className="btn" type="submit">
            {words.button}
          </button>
          <p className="small">{words.why}</p>
        </Form>
      </div>
    )
  }
  const isOther = state === 'other-browser'
  return (
    <div className="wrap">
      <meta name="robots" content="noindex" />
      <div className="head">
        <h1>{isOther ? words.otherTitle : words.goneTitle}</h1>
        <p className="lead">{isOther ? words.otherLead : words.goneLead}</p>
      </div>
      <div className="stack-5 narrow">
        {isOther ? (
          <ul className="textlist">
            {words.otherList.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        ) : null}
        <div className="card">
          <AskForm back={pathTo('account', language)} />
        </div>
      </div>
    </div>
  )
}
