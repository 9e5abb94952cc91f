import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { WhoSaw } from '../components/who-saw/who-saw.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import { yourDataWords } from '../words/your-data.ts'
import { AdvisersPart } from '../your-data/advisers-part.tsx'
import { ConsentHistory } from '../your-data/consent-history.tsx'
import { ConsentsForm } from '../your-data/consents-form.tsx'
import { DataFacts } from '../your-data/facts.tsx'
import { countAnswers } from '../your-data/told-rows.ts'
import { WhatElse, WhatYouTold } from '../your-data/what-we-have.tsx'
import { type Refused, yourDataAction } from '../your-data/your-data-action.ts'
import { type OwnData, yourDataLoader } from '../your-data/your-data-loader.ts'

export const loader = yourDataLoader
export const action = yourDataAction

export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  yourDataWords,
  (words) => words.title,
  (words) => words.description,
)

export default function YourDataPage() {
  const { isErased, done, isKept, rows, goneOn, own } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | undefined
  const language = useLanguage()
  const words = yourDataWords[language]
  const hasAnything = isKept || own !== undefined
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{own ? words.leadAccount : isKept ? words.lead(dateText(goneOn, language)) : words.leadNothing}</p>
      </div>
      {isErased && !isKept ? <Erased hasAccount={own !== undefined} /> : null}
      {done && !refused ? <Alert kind="ok" title={words.done[done]} isNew /> : null}
      {hasAnything ? <DataFacts answers={countAnswers(rows)} goneOn={goneOn} own={own} /> : null}
      {hasAnything ? <Buttons hasAccount={own !== undefined} /> : null}
      <section className="sec" aria-labelledby="have">
        <h2 id="have">{words.have}</h2>
        <div className="stack-5 mt4">
          {rows.length === 0 ? <Nothing /> : <WhatYouTold rows={rows} />}
          {hasAnything ? <WhatElse own={own} /> : null}
        </div>
      </section>
      {own ? (
        <div className="sec">
          <WhoSaw seen={own.seen} />
        </div>
      ) : null}
      <section className="sec" aria-labelledby="consents">
        <h2 id="consents">{words.consentTitle}</h2>
        {own ? <Agreed own={own} hasProfile={isKept} refused={refused} /> : <p>{words.consentDraft}</p>}
      </section>
      {own ? null : <HowKept isKept={isKept} />}
      {hasAnything ? <Erase hasAccount={own !== undefined} hasProfile={isKept} /> : null}
    </div>
  )
}

function Buttons({ hasAccount }: { readonly hasAccount: boolean }) {
  const language = useLanguage()
  const words = yourDataWords[language]
  return (
    <p className="row mt5">
      {hasAccount ? (
        <Link className="btn btn-2" to={pathTo('dataDownload', language)}>
          <Icon name="table" />
          {words.download}
        </Link>
      ) : (
        <Link className="btn btn-2" to="#longer">
          <Icon name="clock" />
          {words.keepLonger}
        </Link>
      )}
      <Link className="btn btn-d" to="#erase">
        <Icon name="trash" />
        {words.eraseTitle}
      </Link>
    </p>
  )
}

function Erased({ hasAccount }: { readonly hasAccount: boolean }) {
  const words = yourDataWords[useLanguage()]
  return (
    <Alert kind="ok" title={hasAccount ? words.erasedProfileTitle : words.erasedTitle} isNew>
      <p className="small">{hasAccount ? words.erasedProfile : words.erased}</p>
    </Alert>
  )
}

function Nothing() {
  const language = useLanguage()
  const words = yourDataWords[language]
  return (
    <EmptyState
      title={words.none}
      level="h3"
      actions={
        <Link className="btn btn-2" to={pathTo('profile', language)}>
          {words.start}
        </Link>
      }
    >
      <p>{words.noneText}</p>
    </EmptyState>
  )
}

function Agreed({
  own,
  hasProfile,
  refused,
}: {
  readonly own: OwnData
  readonly hasProfile: boolean
  readonly refused: Refused | undefined
}) {
  const words = yourDataWords[useLanguage()]
  return (
    <>
      <p>{words.consentLead}</p>
      <ConsentsForm purposes={own.purposes} hasProfile={hasProfile} isTextChanged={refused?.wrong === 'textVersion'} />
      <AdvisersPart own={own} refused={refused} />
      <ConsentHistory history={own.history} />
    </>
  )
}

/** For who has no account: how long it stays here, and the one step to keep it. */
function HowKept({ isKept }: { readonly isKept: boolean }) {
  const language = useLanguage()
  const words = yourDataWords[language]
  return (
    <section className="sec" aria-labelledby="kept">
      <h2 id="kept">{words.keptTitle}</h2>
      <ul className="textlist mt4">
        {words.kept.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {isKept ? (
        <div className="card card-ink mt5">
          <h3 id="longer">{words.keepLongerTitle}</h3>
          <p className="mt4">{words.keepLongerText}</p>
          <p>
            <Link
              className="btn"
              to={`${pathTo('signIn', language)}?${new URLSearchParams({ back: pathTo('yourData', language) })}`}
            >
              {words.keepLonger}
            </Link>
          </p>
        </div>
      ) : null}
    </section>
  )
}

function Erase({ hasAccount, hasProfile }: { readonly hasAccount: boolean; readonly hasProfile: boolean }) {
  const language = useLanguage()
  const words = yourDataWords[language]
  return (
    <section className="sec" aria-labelledby="erase">
      <h2 id="erase">{hasAccount ? words.eraseAccountTitle : words.eraseTitle}</h2>
      <div className="card has-error mt4 stack">
        {hasAccount ? (
          <>
            <p>{words.eraseAccountText}</p>
            <p>
              <Link className="btn btn-d" to={pathTo('dataErase', language)}>
                <Icon name="trash" />
                {words.eraseAccount}
              </Link>
            </p>
          </>
        ) : null}
        {hasProfile ? (
          <>
            <p>{hasAccount ? words.eraseProfileText : words.eraseText}</p>
            <Form method="post" action={pathTo('profile', language)}>
              <input type="hidden" name="intent" value="remove" />
              <button className={hasAccount ? 'btn btn-2' : 'btn btn-d'} type="submit">
                <Icon name="trash" />
                {hasAccount ? words.eraseProfile : words.erase}
              </button>
            </Form>
          </>
        ) : null}
      </div>
    </section>
  )
}
