import { Form, Link, useActionData, useLoaderData } from 'react-router'
import type { BadgeWrong } from '../badges/badge-action.ts'
import { BadgeTold } from '../badges/badge-told.tsx'
import { deskBadgesAction } from '../badges/desk-badges-action.ts'
import { KeysPart } from '../badges/keys-part.tsx'
import { loadDeskBadges } from '../badges/load-desk-badges.ts'
import { OfferForm } from '../badges/offer-form.tsx'
import { Alert } from '../components/alert/alert.tsx'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { badgeWords } from '../words/badges.ts'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadDeskBadges
export const action = deskBadgesAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>

export const meta = pageMeta<(typeof badgeWords)['nl'], Loaded>(badgeWords, (words, loaded) =>
  words.desk.title(loaded?.organisation.name ?? ''),
)

export default function BadgesPage() {
  const { organisation, done, offers, keys, did, mayIssue, refusal, isReachable } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as BadgeWrong | undefined
  const all = badgeWords[useLanguage()]
  const words = all.desk
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <h1>{words.title(organisation.name)}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <BadgeTold wrong={wrong} done={done} />
      <div className="stack-6">
        {isReachable ? null : <Alert kind="warn" title={words.unreachable} />}
        {mayIssue && refusal ? (
          <Alert kind="info" title={words.notVerified}>
            <p>{all.wrong[refusal]}</p>
          </Alert>
        ) : null}
        <Issued />
        {offers.length > 0 ? <Offers /> : null}
        {mayIssue && refusal === undefined ? <OfferForm kind={organisation.kind} wrong={wrong} /> : null}
        {keys ? <KeysPart keys={keys} did={did} wrong={wrong} /> : null}
      </div>
    </div>
  )
}

function Issued() {
  const { badges } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = badgeWords[language].desk
  const { columns } = words
  return (
    <section aria-labelledby="issued">
      <h2 id="issued" className="h3 mb4">
        {words.list}
      </h2>
      {badges.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <StackedTable
          caption={words.list}
          isCaptionHidden
          columns={[
            { title: columns.badge },
            { title: columns.holder },
            { title: columns.issuedOn, look: 'nowrap' },
            { title: columns.state },
            { title: columns.act },
          ]}
          rows={badges.map((one) => ({
            key: one.id,
            cells: [
              <Link key="title" to={pathTo('credential', language, { badge: one.id })}>
                {one.title[language]}
              </Link>,
              <span key="holder" className="breaks">
                {one.holder}
              </span>,
              dateText(one.issuedOn, language),
              words.states[one.state],
              one.mayRevoke ? <RevokeForm key="act" badge={one.id} title={one.title[language]} holder={one.holder} /> : '',
            ],
          }))}
        />
      )}
    </section>
  )
}

function RevokeForm({ badge, title, holder }: { readonly badge: string; readonly title: string; readonly holder: string }) {
  const words = badgeWords[useLanguage()].desk
  return (
    <details>
      <summary>
        {words.revoke}
        <span className="vh"> {words.which(title, holder)}</span>
      </summary>
      <Form method="post" className="stack-2 mt4">
        <input type="hidden" name="intent" value="revoke" />
        <input type="hidden" name="badge" value={badge} />
        <label className="label" htmlFor={`reason-${badge}`}>
          {words.reason}
        </label>
        <select className="input" id={`reason-${badge}`} name="reason" defaultValue="mistake">
          {Object.entries(words.reasons).map(([reason, text]) => (
            <option key={reason} value={reason}>
              {text}
            </option>
          ))}
        </select>
        <button className="btn btn-d btn-s" type="submit">
          {words.revoke}
          <span className="vh"> {words.which(title, holder)}</span>
        </button>
      </Form>
    </details>
  )
}

function Offers() {
  const { offers, mayRevoke } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = badgeWords[language].desk
  return (
    <section aria-labelledby="offers">
      <h2 id="offers" className="h3">
        {words.offers}
      </h2>
      <ul className="plain stack-3 mt4">
        {offers.map(({ id, title, email, until }) => (
          <li className="card row between" key={id}>
            <p className="bare breaks">
              <strong>{title[language]}</strong>, {words.offeredTo(email, dateText(until, language))}
            </p>
            {mayRevoke ? (
              <Form method="post">
                <input type="hidden" name="intent" value="withdraw" />
                <input type="hidden" name="offer" value={id} />
                <button className="btn btn-2 btn-s" type="submit">
                  {words.withdraw}
                  <span className="vh"> {words.which(title[language], email)}</span>
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
