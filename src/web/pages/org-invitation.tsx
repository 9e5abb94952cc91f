import { Form, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { actorOf, signInFirst } from '../actor.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { siteContext } from '../context.ts'
import { orElseGone } from '../organisation/gone.ts'
import { invitationAction } from '../organisation/invitation-action.ts'
import type { OrgWrong } from '../organisation/org-action.ts'
import { Told } from '../organisation/told.tsx'
import { pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { listText } from '../words/format.ts'
import { orgDeskWords } from '../words/org-desk.ts'
import { organisationWords } from '../words/organisations.ts'
import { useLanguage } from '../words/use-words.ts'

/** Looks only: whoever mails links opens them first, so that the button is what accepts. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const code = pageUrl(request).searchParams.get('code') ?? ''
  const invitation = await orElseGone(site.modules.organisations.openInvitation(actor, code))
  // Of whom it is, is for who was invited only: a link may have been passed on.
  return { code, invitation: invitation?.isForYou === false ? { isForYou: false as const } : invitation }
}

export const action = invitationAction
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(orgDeskWords, (words) => words.invitation.title)

export default function OrgInvitationPage() {
  const { code, invitation } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as OrgWrong | undefined
  const language = useLanguage()
  const words = orgDeskWords[language].invitation
  const account = (
    <Link className="btn btn-2" to={pathTo('account', language)}>
      {words.toAccount}
    </Link>
  )
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
      </div>
      <Told wrong={wrong} done={undefined} />
      {invitation === undefined ? (
        <EmptyState title={words.gone} actions={account}>
          <p>{organisationWords[language].refusals.invitationGone}</p>
        </EmptyState>
      ) : invitation.isForYou ? (
        <div className="card narrow stack-4">
          <p className="h3">{words.text(invitation.organisationName)}</p>
          <p>
            {words.roles(
              listText(
                invitation.roles.map((role) => organisationWords[language].roles[role]),
                language,
              ),
            )}
          </p>
          <Form method="post">
            <input type="hidden" name="intent" value="accept" />
            <input type="hidden" name="code" value={code} />
            <button className="btn" type="submit">
              {words.accept}
            </button>
          </Form>
          <p className="note">{words.refuse}</p>
        </div>
      ) : (
        <EmptyState title={words.otherAddress} actions={account}>
          <p>{words.otherAddressText}</p>
        </EmptyState>
      )}
    </div>
  )
}
