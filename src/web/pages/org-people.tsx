import { Form, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { type Role, roles } from '../../modules/permissions/index.ts'
import { todayInAmsterdam } from '../../platform/index.ts'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { Checks, Field } from '../organisation/field.tsx'
import type { OrgWrong } from '../organisation/org-action.ts'
import { openOrganisation } from '../organisation/org-loader.ts'
import { peopleAction } from '../organisation/people-action.ts'
import { Told, useFieldWrong } from '../organisation/told.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText, listText } from '../words/format.ts'
import { orgDeskWords } from '../words/org-desk.ts'
import { organisationWords } from '../words/organisations.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation, done } = await openOrganisation(args)
  const { organisations } = site.modules
  const own = actor.kind === 'account' ? actor.account : undefined
  const [members, invitations] = await Promise.all([organisations.members(actor, id), organisations.invitations(actor, id)])
  return {
    organisation,
    isOwner: organisation.roles.includes('owner'),
    members: members.map((one) => ({ ...one, since: todayInAmsterdam(one.since), isYou: one.account === own })),
    invitations: invitations.map(({ expiresAt, createdAt: _made, ...one }) => ({
      ...one,
      until: todayInAmsterdam(expiresAt - 1),
    })),
    done,
    roles,
  }
}

export const action = peopleAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>

export const meta = pageMeta<(typeof orgDeskWords)['nl'], Loaded>(orgDeskWords, (words, loaded) =>
  words.people.title(loaded?.organisation.name ?? ''),
)

export default function OrgPeoplePage() {
  const { organisation, isOwner, members, invitations, done } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as OrgWrong | undefined
  const language = useLanguage()
  const words = orgDeskWords[language].people
  const said = Object.entries(words.done).find(([name]) => name === done)?.[1]
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <h1>{words.title(organisation.name)}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <Told wrong={wrong} done={said} />
      <div className="stack-6">
        <section aria-labelledby="members">
          <h2 id="members" className="h3">
            {words.members}
          </h2>
          <ul className="plain org-list stack-3 mt4">
            {members.map((one) => (
              <MemberCard key={one.account} member={one} isOwner={isOwner} />
            ))}
          </ul>
        </section>
        {isOwner ? <InviteForm wrong={wrong} /> : null}
        <section aria-labelledby="open">
          <h2 id="open" className="h3">
            {words.open}
          </h2>
          {invitations.length === 0 ? <p className="mt4">{words.noneOpen}</p> : null}
          <ul className="plain org-list stack-3 mt4">
            {invitations.map(({ id, email, roles: asked, until }) => (
              <li className="card row between" key={id}>
                <div>
                  <strong className="breaks">{email}</strong>
                  <p className="small bare">
                    {listText(
                      asked.map((role) => organisationWords[language].roles[role]),
                      language,
                    )}
                    , {words.until(dateText(until, language))}
                  </p>
                </div>
                {isOwner ? (
                  <Form method="post">
                    <input type="hidden" name="intent" value="withdraw" />
                    <input type="hidden" name="invitation" value={id} />
                    <button className="btn btn-2 btn-s" type="submit">
                      {words.withdraw}
                      <span className="vh"> {words.withdrawWhich(email)}</span>
                    </button>
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}

type ShownMember = Loaded['members'][number]

function MemberCard({ member, isOwner }: { readonly member: ShownMember; readonly isOwner: boolean }) {
  const language = useLanguage()
  const words = orgDeskWords[language].people
  const who = member.name ?? member.email
  return (
    <li className="card">
      <p className="bare">
        <strong className="breaks">{who}</strong> {member.isYou ? <span className="tag t-accent">{words.you}</span> : null}
      </p>
      <p className="small bare breaks">
        {member.name ? `${member.email}, ` : ''}
        {words.since(dateText(member.since, language))}
      </p>
      <p className="bare">
        {listText(
          member.roles.map((role) => organisationWords[language].roles[role]),
          language,
        )}
      </p>
      {isOwner ? (
        <details className="mt4">
          <summary>
            {words.change} <span className="vh">{words.changeOf(who)}</span>
          </summary>
          <div className="stack-4 mt4">
            <Form method="post" className="stack-4">
              <input type="hidden" name="intent" value="changeRoles" />
              <input type="hidden" name="account" value={member.account} />
              <RoleChecks id={`roles-${member.account}`} chosen={member.roles} error={undefined} />
              <button className="btn btn-s" type="submit">
                {words.save}
              </button>
            </Form>
            <Form method="post">
              <input type="hidden" name="intent" value="remove" />
              <input type="hidden" name="account" value={member.account} />
              <button className="btn btn-d btn-s" type="submit">
                {words.remove}
                <span className="vh"> {who}</span>
              </button>
            </Form>
          </div>
        </details>
      ) : null}
    </li>
  )
}

function InviteForm({ wrong }: { readonly wrong: OrgWrong | undefined }) {
  const words = orgDeskWords[useLanguage()].people
  const { error, given } = useFieldWrong(wrong, 'invite')
  return (
    <section className="narrow" aria-labelledby="invite">
      <h2 id="invite" className="h3">
        {words.invite}
      </h2>
      <p className="mt4">{words.inviteText}</p>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="invite" />
        <Field name="email" type="email" label={words.email} value={given('email')} error={error('email')} autoComplete="off" />
        <RoleChecks id="roles" chosen={[]} error={error('roles')} />
        <button className="btn" type="submit">
          {words.send}
        </button>
      </Form>
    </section>
  )
}

function RoleChecks({
  id,
  chosen,
  error,
}: {
  readonly id: string
  readonly chosen: readonly Role[]
  readonly error: string | undefined
}) {
  const language = useLanguage()
  const words = orgDeskWords[language].people
  const { roles: all } = useLoaderData<typeof loader>()
  return (
    <Checks
      name="roles"
      id={id}
      label={words.roles}
      hint={words.rolesHint}
      error={error}
      chosen={chosen}
      choices={all.map((role) => ({
        value: role,
        text: (
          <>
            {organisationWords[language].roles[role]}
            <span className="note"> {words.rolesMean[role]}</span>
          </>
        ),
      }))}
    />
  )
}
