import { Form, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { todayInAmsterdam } from '../../platform/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { siteContext } from '../context.ts'
import { adminAction } from '../organisation/admin-action.ts'
import type { OrgWrong } from '../organisation/org-action.ts'
import { Told } from '../organisation/told.tsx'
import { VerificationTag } from '../organisation/verification.tsx'
import { pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { adminWords } from '../words/admin.ts'
import { dateText } from '../words/format.ts'
import { orgDeskWords } from '../words/org-desk.ts'
import { organisationWords } from '../words/organisations.ts'
import { reportsWords } from '../words/reports.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const { waiting, newest, withoutOwner, done } = await site.modules.organisations.checklist(actor)
  return {
    waiting,
    withoutOwner,
    newest: newest.map((one) => ({ ...one, createdAt: todayInAmsterdam(one.createdAt) })),
    checks: done.map((one) => ({ ...one, at: todayInAmsterdam(one.at) })),
    done: pageUrl(request).searchParams.get('done') ?? undefined,
  }
}

export const action = adminAction
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  adminWords,
  (words) => words.title,
  (words) => words.description,
)

const lookUpAt = 'https://www.kvk.nl/zoeken/'

export default function AdminPage() {
  const { waiting, newest, withoutOwner, checks, done } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as OrgWrong | undefined
  const language = useLanguage()
  const words = adminWords[language]
  const day = (date: string): string => dateText(date, language)
  const told = done === 'checked' ? words.checked : done === 'refused' ? words.refused : undefined
  const link = (one: { readonly id: string; readonly name: string }) => (
    <Link to={pathTo('organisation', language, { organisation: one.id })}>{one.name}</Link>
  )
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <p>
          <Link to={pathTo('reports', language)}>{reportsWords[language].title}</Link>
        </p>
      </div>
      <Told wrong={wrong} done={told} />
      <div className="stack-6">
        <section aria-labelledby="waiting">
          <h2 id="waiting" className="h3">
            {words.waiting}
          </h2>
          {waiting.length === 0 ? <p className="mt4">{words.noneWaiting}</p> : <p className="mt4">{words.wrongNote}</p>}
          <ul className="plain org-list stack-3 mt4">
            {waiting.map((one) => (
              <li className="card row between" key={one.id}>
                <div>
                  <p className="bare">
                    <strong>{link(one)}</strong>
                  </p>
                  <p className="bare">
                    KvK <span className="num">{one.registerNumber}</span>
                    {one.placeName ? `, ${one.placeName}` : ''}
                  </p>
                  <p className="small bare">
                    <a href={lookUpAt} rel="noreferrer">
                      {words.lookUp}
                    </a>
                  </p>
                </div>
                <div className="row">
                  <VerifyButton id={one.id} name={one.name} intent="checked" />
                  <VerifyButton id={one.id} name={one.name} intent="refused" />
                </div>
              </li>
            ))}
          </ul>
        </section>
        {withoutOwner.length > 0 ? (
          <section aria-labelledby="ownerless">
            <h2 id="ownerless" className="h3">
              {words.withoutOwner}
            </h2>
            <p className="mt4">{words.withoutOwnerText}</p>
            <ul className="plain mt4">
              {withoutOwner.map((one) => (
                <li key={one.id}>{link(one)}</li>
              ))}
            </ul>
          </section>
        ) : null}
        <section aria-labelledby="newest">
          <h2 id="newest" className="h3">
            {words.newest}
          </h2>
          <ul className="plain org-list stack-3 mt4">
            {newest.map((one) => (
              <li className="row between" key={one.id}>
                <span>
                  {one.closed ? one.name : link(one)}{' '}
                  <span className="note">
                    {organisationWords[language].kinds[one.kind]}, {words.since(day(one.createdAt))}
                    {one.isAwaited ? `, ${words.awaited}` : ''}
                    {one.closed ? `, ${organisationWords[language].closed}` : ''}
                  </span>
                </span>
                <VerificationTag verification={one.verification} />
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="log">
          <h2 id="log" className="h3">
            {words.log}
          </h2>
          {checks.length === 0 ? (
            <p className="mt4">{words.none}</p>
          ) : (
            <div className="mt4">
              <CheckTable checks={checks} />
            </div>
          )}
        </section>
      </div>
    </div>
  )
}

function VerifyButton({
  id,
  name,
  intent,
}: {
  readonly id: string
  readonly name: string
  readonly intent: 'checked' | 'refused'
}) {
  const words = adminWords[useLanguage()]
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="organisation" value={id} />
      <button className={intent === 'checked' ? 'btn btn-s' : 'btn btn-2 btn-s'} type="submit">
        {intent === 'checked' ? words.right : words.wrong}
        <span className="vh"> {words.of(name)}</span>
      </button>
    </Form>
  )
}

function CheckTable({ checks }: { readonly checks: Awaited<ReturnType<typeof loader>>['checks'] }) {
  const language = useLanguage()
  const words = adminWords[language]
  const { what, outcomes } = orgDeskWords[language].details
  const { columns } = words
  return (
    <StackedTable
      caption={words.log}
      isCaptionHidden
      columns={[
        { title: columns.organisation },
        { title: columns.what },
        { title: columns.outcome },
        { title: columns.by },
        { title: columns.at, look: 'nowrap' },
      ]}
      rows={checks.map((one) => ({
        key: `${one.organisation} ${one.what} ${one.outcome} ${one.subject} ${one.at}`,
        cells: [
          one.organisationName,
          `${what[one.what]} ${one.subject}`,
          outcomes[one.outcome],
          one.by ?? words.gone,
          dateText(one.at, language),
        ],
      }))}
    />
  )
}
