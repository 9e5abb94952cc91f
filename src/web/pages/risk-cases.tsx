import { Form, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { isPermitted } from '../../modules/permissions/index.ts'
import type { CaseLine } from '../../modules/risk-cases/index.ts'
import { actorOf, signInFirst, signInPath } from '../actor.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { siteContext } from '../context.ts'
import { Choice, Field } from '../organisation/field.tsx'
import { pageUrl, pathTo } from '../paths.ts'
import { type CaseWrong, casesAction } from '../risk-cases/case-action.ts'
import { CaseTold, doneOf } from '../risk-cases/told.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText, listText } from '../words/format.ts'
import { riskCaseWords } from '../words/risk-cases.ts'
import { useLanguage } from '../words/use-words.ts'

/** With a code: what somebody is invited to, also to who is not signed in. Opening it decides nothing, and is kept nowhere. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  const { searchParams } = pageUrl(request)
  const code = searchParams.get('code') ?? undefined
  if (code === undefined) signInFirst(actor, request)
  const isSignedIn = actor.kind === 'account'
  const organisations = isSignedIn ? await site.modules.organisations.mine(actor) : []
  return {
    code,
    signInAt: isSignedIn ? undefined : signInPath(request),
    invitation: code === undefined ? undefined : await orElseGone(site.modules.riskCases.openInvitation(code)),
    cases: isSignedIn ? await site.modules.riskCases.mine(actor) : [],
    mayOpen: organisations
      .filter(({ id }) => isPermitted(actor, 'case.open', { kind: 'organisation', id, organisation: id }))
      .map(({ id, name }) => ({ value: id, text: name })),
    done: doneOf(searchParams),
  }
}

async function orElseGone<T>(looked: Promise<T>): Promise<T | undefined> {
  try {
    return await looked
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFound') return undefined
    throw error
  }
}

export const action = casesAction
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  riskCaseWords,
  (words) => words.title,
  (words) => words.about,
)

export default function RiskCasesPage() {
  const { code, cases, mayOpen, done } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as CaseWrong | undefined
  const words = riskCaseWords[useLanguage()]
  return (
    <div className="wrap">
      <div className="head">
        <h1>{code === undefined ? words.title : words.invitation.title}</h1>
        {code === undefined ? <p className="lead">{words.lead}</p> : null}
      </div>
      <CaseTold wrong={wrong} done={done} />
      {code === undefined ? (
        <div className="stack-6">
          <Cases cases={cases} />
          {mayOpen.length > 0 ? <OpenForm wrong={wrong} /> : null}
        </div>
      ) : (
        <Invitation />
      )}
    </div>
  )
}

function Cases({ cases }: { readonly cases: readonly CaseLine[] }) {
  const language = useLanguage()
  const words = riskCaseWords[language]
  if (cases.length === 0) {
    return (
      <EmptyState title={words.none}>
        <p>{words.noneText}</p>
      </EmptyState>
    )
  }
  return (
    <ul className="find card">
      {cases.map((one) => (
        <li key={one.id}>
          <Link to={pathTo(one.as === 'circle' ? 'riskCase' : 'riskPart', language, { group: one.id })}>{one.title}</Link>
          <p className="small">
            {one.as === 'circle' ? words.circle : words.taking}, {words.by(one.organisationName)},{' '}
            {one.closedAt === undefined ? words.until(dateText(one.endsOn, language)) : words.closed}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Invitation() {
  const { code, invitation, signInAt } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = riskCaseWords[language].invitation
  if (!invitation) {
    return (
      <EmptyState title={words.gone}>
        <p>{words.goneText}</p>
      </EmptyState>
    )
  }
  return (
    <div className="card narrow stack-4">
      <h2 className="h3">{invitation.title}</h2>
      <p>{words.what(invitation.organisationName)}</p>
      <p>{words.circle(listText(invitation.circle, language))}</p>
      <h3>{words.sees}</h3>
      <ul className="textlist">
        {words.seesList.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{words.own}</p>
      {signInAt === undefined ? (
        <Form method="post">
          <input type="hidden" name="intent" value="join" />
          <input type="hidden" name="code" value={code} />
          <button className="btn" type="submit">
            {words.join}
          </button>
        </Form>
      ) : (
        <p>
          <Link className="btn" to={signInAt}>
            {words.signIn}
          </Link>
        </p>
      )}
      <p className="note">{words.no}</p>
    </div>
  )
}

function OpenForm({ wrong }: { readonly wrong: CaseWrong | undefined }) {
  const { mayOpen } = useLoaderData<typeof loader>()
  const all = riskCaseWords[useLanguage()]
  const words = all.open
  const isThis = wrong?.intent === 'open'
  const given = isThis ? wrong.given : {}
  const error = (field: 'title' | 'endsOn') => (isThis && wrong.wrong === field ? all.wrong[field] : undefined)
  return (
    <section className="narrow" aria-labelledby="open">
      <h2 id="open">{words.title}</h2>
      <p className="mt4">{words.text}</p>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="open" />
        <Choice name="organisation" label={words.organisation} choices={mayOpen} value={given.organisation} />
        <Field name="title" label={words.name} hint={words.nameHint} value={given.title} error={error('title')} />
        <Field name="endsOn" label={words.endsOn} hint={words.endsOnHint} value={given.endsOn} error={error('endsOn')} />
        <button className="btn" type="submit">
          {words.button}
        </button>
      </Form>
    </section>
  )
}
