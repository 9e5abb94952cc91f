import { data, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { Language } from '../../modules/skills/index.ts'
import { actorOf } from '../actor.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { siteContext } from '../context.ts'
import { isMailShown } from '../mail-shown.ts'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText } from '../words/format.ts'
import { mailWords } from '../words/mail.ts'
import { useLanguage, useWords } from '../words/use-words.ts'

/** Reads only: there is no button here. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  // Whoever may not look is not told that there is something to see.
  if (!isMailShown(site, request, actor)) throw data(null, { status: 404 })
  const mail = await site.modules.mail.show({ address: site.address, headers: request.headers }, actor)
  return data(
    {
      mail: mail.map(({ id, to, language, subject, text, button, after, writtenAt }) => ({
        id,
        to,
        language,
        subject,
        text,
        button,
        after,
        writtenAt,
      })),
    },
    { headers: { 'cache-control': 'no-store' } },
  )
}

export const meta = pageMeta(mailWords, ({ outbox }) => outbox.title)

export default function MailOutboxPage() {
  const { mail } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const { outbox: words } = useWords(mailWords)
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="narrow stack">
        <p className="note">{mail.length > 0 ? `${words.who} ${words.order}` : words.who}</p>
        {mail.length === 0 ? (
          <EmptyState
            title={words.none}
            actions={
              <Link className="btn" to={pathTo('signIn', language)}>
                {words.signIn}
              </Link>
            }
          >
            <p>{words.noneText}</p>
          </EmptyState>
        ) : (
          <ol className="plain stack-5">
            {mail.map((one) => (
              <li className="card stack" key={one.id}>
                <h2 className="h4" lang={one.language}>
                  {one.subject}
                </h2>
                <p className="note">
                  {one.to === undefined ? null : (
                    <>
                      {words.to} {one.to}
                      <br />
                    </>
                  )}
                  {words.when} <time dateTime={one.writtenAt}>{timeText(one.writtenAt, language, words.at)}</time>
                </p>
                <div className="stack" lang={one.language}>
                  {one.text.map((paragraph) => (
                    <p key={paragraph}>{paragraph}</p>
                  ))}
                  {one.button ? (
                    <p>
                      <a className="btn btn-2" href={one.button.path}>
                        {one.button.text}
                      </a>
                    </p>
                  ) : null}
                  {one.after.map((paragraph) => (
                    <p key={paragraph}>{paragraph}</p>
                  ))}
                </div>
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  )
}

function timeText(iso: string, language: Language, at: (date: string, time: string) => string): string {
  const here = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Amsterdam' }).format(
    new Date(iso),
  )
  const [date = '', time = ''] = here.split(' ')
  return at(dateText(date, language), time)
}
