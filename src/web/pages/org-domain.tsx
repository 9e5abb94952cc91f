import { Form, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { actorOf, signInFirst } from '../actor.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { siteContext } from '../context.ts'
import { domainAction } from '../organisation/domain-action.ts'
import { orElseGone } from '../organisation/gone.ts'
import type { OrgWrong } from '../organisation/org-action.ts'
import { Told } from '../organisation/told.tsx'
import { pageUrl } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { orgDeskWords } from '../words/org-desk.ts'
import { organisationWords } from '../words/organisations.ts'
import { useLanguage } from '../words/use-words.ts'

/** Looks only: mail scanners open links too, so that the button is what confirms. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const code = pageUrl(request).searchParams.get('code') ?? ''
  return { code, check: await orElseGone(site.modules.organisations.openDomainCheck(actor, code)) }
}

export const action = domainAction
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(orgDeskWords, (words) => words.domain.title)

export default function OrgDomainPage() {
  const { code, check } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as OrgWrong | undefined
  const language = useLanguage()
  const words = orgDeskWords[language].domain
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
      </div>
      <Told wrong={wrong} done={undefined} />
      {check === undefined ? (
        <EmptyState title={words.gone}>
          <p>{organisationWords[language].refusals.linkGone}</p>
        </EmptyState>
      ) : (
        <div className="card narrow stack-4">
          <p className="h3">{words.text(check.name, check.domain)}</p>
          <p>{words.note}</p>
          <Form method="post">
            <input type="hidden" name="intent" value="confirm" />
            <input type="hidden" name="code" value={code} />
            <button className="btn" type="submit">
              {words.confirm}
            </button>
          </Form>
        </div>
      )}
    </div>
  )
}
