import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { AdmissionSteps } from '../components/admission-steps/admission-steps.tsx'
import { Alert } from '../components/alert/alert.tsx'
import { Icon } from '../components/icon/icon.tsx'
import type { EnrolmentWrong } from '../enrolments/act.ts'
import { applyAction } from '../enrolments/apply-intents.ts'
import { loadApplying } from '../enrolments/load.ts'
import { EnrolmentTold } from '../enrolments/told.tsx'
import { Checks, Choice, Field } from '../organisation/field.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { enrolmentRollingWords } from '../words/enrolment-rolling.ts'
import { enrolmentWords } from '../words/enrolments.ts'
import { dateText, listText, monthText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadApplying
export const action = applyAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>

export const meta = pageMeta<(typeof enrolmentWords)['nl'], Loaded>(enrolmentWords, (words, loaded) =>
  loaded ? words.apply.of(loaded.programme.title) : words.apply.title,
)

export default function EnrolmentApplyPage() {
  const { programme, organisation, startsOn, open, placeName, isOnline } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as EnrolmentWrong | undefined
  const language = useLanguage()
  const words = enrolmentWords[language].apply
  const rolling = enrolmentRollingWords[language]
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('programme', language, { programme: programme.id })}>
          <Icon name="left" />
          {words.back}
        </Link>
        <h1>{words.of(programme.title)}</h1>
        <p className="lead">
          {startsOn === '' ? rolling.lead(organisation) : words.lead(organisation, dateText(startsOn, language))}{' '}
          {isOnline ? `${words.online}.` : placeName ? `${placeName}.` : ''}
        </p>
      </div>
      <EnrolmentTold wrong={wrong} done={undefined} />
      <div className="grid g-main">
        <div>{open.own === undefined && open.window === 'open' ? <ApplyForm wrong={wrong} /> : <NotNow />}</div>
        <aside className="stack-5">
          <WhatHappens />
        </aside>
      </div>
    </div>
  )
}

function NotNow() {
  const { open } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = enrolmentWords[language]
  if (open.own !== undefined) {
    return (
      <Alert kind="info" title={words.wrong.openAlready}>
        <p>
          <Link to={pathTo('enrolment', language, { enrolment: open.own })}>{words.start.own}</Link>
        </p>
      </Alert>
    )
  }
  return (
    <Alert kind="info" title={words.apply.not}>
      <p>
        {open.window === 'notYet' && open.enrolFrom ? words.apply.notYet(dateText(open.enrolFrom, language)) : words.apply.closed}
      </p>
    </Alert>
  )
}

function ApplyForm({ wrong }: { readonly wrong: EnrolmentWrong | undefined }) {
  const { offering, startsOn, months, open, email, name, asks } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = enrolmentWords[language].apply
  return (
    <section className="card stack" aria-labelledby="form">
      {open.free === 0 ? (
        <Alert kind="warn" title={words.full}>
          <p>{words.fullText}</p>
        </Alert>
      ) : null}
      <h2 id="form" className="h3">
        {words.form}
      </h2>
      <p>{words.formText}</p>
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="intent" value="apply" />
        <input type="hidden" name="offering" value={offering} />
        <input type="hidden" name="start" value={startsOn} />
        {startsOn === '' ? (
          <Choice
            name="month"
            label={enrolmentRollingWords[language].month}
            hint={enrolmentRollingWords[language].monthHint}
            choices={months.map((month) => ({ value: month.slice(0, 7), text: monthText(month, language) }))}
            value={wrong?.given.month}
            error={wrong?.wrong === 'month' ? enrolmentWords[language].wrong.month : undefined}
          />
        ) : null}
        <Field
          name="called"
          label={words.called}
          hint={words.calledHint}
          value={wrong?.given.called ?? name}
          autoComplete="given-name"
          error={wrong?.wrong === 'called' ? enrolmentWords[language].wrong.called : undefined}
        />
        <Checks
          name="show"
          label={words.choices}
          hint={words.emailNote}
          choices={[
            { value: 'email', text: words.email(email) },
            ...(asks.length === 0 ? [] : [{ value: 'skills', text: words.skills }]),
          ]}
        />
        {asks.length === 0 ? null : <p className="note">{words.skillsNote(listText(asks, language))}</p>}
        <button className="btn" type="submit">
          {words.button}
        </button>
      </Form>
      {open.enrolUntil ? <p className="note">{words.until(dateText(open.enrolUntil, language))}</p> : null}
    </section>
  )
}

function WhatHappens() {
  const { admission } = useLoaderData<typeof loader>()
  const words = enrolmentWords[useLanguage()].apply
  return (
    <section aria-labelledby="steps">
      <h2 id="steps" className="h3">
        {words.steps}
      </h2>
      <p className="mt4">
        {words.first} {admission.length === 0 ? words.noSteps : ''}
      </p>
      {admission.length === 0 ? null : <AdmissionSteps steps={admission} shows="what" />}
      <p className="mt4">{words.last}</p>
    </section>
  )
}
