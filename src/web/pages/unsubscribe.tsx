import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { siteContext } from '../context.ts'
import { pageUrl } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { mailWords } from '../words/mail.ts'
import { useWords } from '../words/use-words.ts'

/** One entry for each button. */
export const intents = { stop: 'public', again: 'public' } as const

/** Only looks: mail programs open links by themselves, and nobody may be unsubscribed by that. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = pageUrl(request)
  const { mail } = context.get(siteContext).modules
  if (!mail.isUnsubscribeToken(searchParams.get('t') ?? '')) return data({ done: 'unknown' as const }, { status: 404 })
  const done = searchParams.get('done')
  return { done: done === 'stop' || done === 'again' ? done : undefined }
}

/** From the button of the page, or from a mail program with one click (RFC 8058), which takes no redirect. */
export async function action({ request, context }: ActionFunctionArgs) {
  const url = pageUrl(request)
  const form = await request.formData()
  const { mail } = context.get(siteContext).modules
  const intent = form.get('intent') === 'again' ? 'again' : 'stop'
  const token = url.searchParams.get('t') ?? ''
  const isOurs = intent === 'again' ? await mail.subscribeAgain(token) : await mail.unsubscribe(token)
  if (!isOurs) return data({ done: 'unknown' as const }, { status: 404 })
  if (form.get('List-Unsubscribe') === 'One-Click') return { done: intent }
  return redirect(`${url.pathname}?${new URLSearchParams({ t: token, done: intent })}`)
}

export const meta = pageMeta(mailWords, ({ unsubscribe }) => unsubscribe.title)

export default function UnsubscribePage() {
  const loaded = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()?.done ?? loaded.done
  const { unsubscribe: words } = useWords(mailWords)
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        {done === undefined ? <p className="lead">{words.lead}</p> : null}
      </div>
      <div className="narrow stack">
        {done === 'unknown' ? (
          <Alert kind="warn" title={words.unknown}>
            <p>{words.unknownText}</p>
          </Alert>
        ) : null}
        {done === 'stop' ? (
          <Alert kind="ok" title={words.done} isNew>
            <p>{words.doneText}</p>
          </Alert>
        ) : null}
        {done === 'again' ? (
          <Alert kind="ok" title={words.isAgain} isNew>
            <p>{words.isAgainText}</p>
          </Alert>
        ) : null}
        {done === 'unknown' ? null : (
          <Form method="post" className="stack">
            <p>{words.still}</p>
            <button
              className={done === 'stop' ? 'btn btn-2' : 'btn'}
              type="submit"
              name="intent"
              value={done === 'stop' ? 'again' : 'stop'}
            >
              {done === 'stop' ? words.again : words.stop}
            </button>
          </Form>
        )}
      </div>
    </div>
  )
}
