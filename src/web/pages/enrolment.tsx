import { Link, useActionData, useLoaderData } from 'react-router'
import { DoneBadgeForm } from '../badges/done-badge-form.tsx'
import { AdmissionSteps } from '../components/admission-steps/admission-steps.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { NextBest } from '../components/introduction-end/the-no.tsx'
import { LyingSteps } from '../components/lying-steps/lying-steps.tsx'
import type { EnrolmentWrong } from '../enrolments/act.ts'
import { AskedOnce } from '../enrolments/asked-once.tsx'
import { Decide, StepForms, ThePerson } from '../enrolments/educator-parts.tsx'
import { enrolmentPageAction } from '../enrolments/enrolment-intents.ts'
import { headingOf, lyingStepsOf } from '../enrolments/heading-of.ts'
import { loadEnrolment } from '../enrolments/load.ts'
import { NumberPart } from '../enrolments/number-part.tsx'
import { Facts, Leave, type LoadedEnrolment, WhatTheySee, YourAnswer } from '../enrolments/person-parts.tsx'
import { EnrolmentTold } from '../enrolments/told.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { enrolmentWords } from '../words/enrolments.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadEnrolment
export const action = enrolmentPageAction
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta<(typeof enrolmentWords)['nl'], LoadedEnrolment>(
  enrolmentWords,
  (words, loaded, language) => (loaded ? headingOf(loaded, language).title : words.title),
  (words) => words.page.description,
)

export default function EnrolmentPage() {
  const loaded = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as EnrolmentWrong | undefined
  const language = useLanguage()
  const words = enrolmentWords[language]
  const { view, done, title, organisation } = loaded
  const { side, steps, enrolment } = view
  const heading = headingOf(loaded, language)
  const at = { organisation: enrolment.organisation, offering: enrolment.offering, start: enrolment.startsOn }
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={side === 'person' ? pathTo('enrolments', language) : pathTo('enrolmentStart', language, at)}>
          <Icon name="left" />
          {side === 'person' ? words.page.back : words.page.educatorBack}
        </Link>
        <p className="eyebrow">
          <Link to={pathTo('programme', language, { programme: enrolment.programme })}>{words.about(title, organisation)}</Link>
        </p>
        <h1>{heading.title}</h1>
        <p className="lead">{heading.lead}</p>
      </div>
      <EnrolmentTold wrong={wrong} done={done} />
      <LyingSteps label={words.page.progress} steps={lyingStepsOf(view, language)} />
      <div className="grid g-main mt7">
        <div className="stack-6">
          {side === 'person' ? <YourAnswer loaded={loaded} /> : null}
          {loaded.asksOnce ? <AskedOnce /> : null}
          <End loaded={loaded} />
          <section aria-labelledby="admission">
            <h2 id="admission">{words.steps.title}</h2>
            {steps.length === 0 ? (
              <p className="mt4">{words.steps.none}</p>
            ) : (
              <div className="mt4">
                <AdmissionSteps
                  steps={steps}
                  under={(number) => (side === 'educator' ? <StepForms loaded={loaded} wrong={wrong} number={number} /> : null)}
                />
              </div>
            )}
          </section>
        </div>
        <aside className="stack-5">
          {side === 'educator' ? (
            <>
              <Decide loaded={loaded} wrong={wrong} />
              {loaded.mayBadge ? <DoneBadgeForm organisation={enrolment.organisation} of={{ enrolment: enrolment.id }} /> : null}
              <ThePerson loaded={loaded} />
            </>
          ) : null}
          <Facts loaded={loaded} />
          {side === 'person' ? (
            <>
              <WhatTheySee loaded={loaded} wrong={wrong} />
              {enrolment.endedAt === undefined ? <NumberPart enrolment={enrolment.id} /> : null}
              <Leave loaded={loaded} wrong={wrong} />
            </>
          ) : null}
        </aside>
      </div>
    </div>
  )
}

/** After an end: why, and for the person the next plan. */
function End({ loaded: { view } }: { readonly loaded: LoadedEnrolment }) {
  const words = enrolmentWords[useLanguage()]
  const { reason, reasonBy, reasonText, nextPlan } = view.enrolment
  const isNo = view.side === 'person' && reasonBy !== 'person' && view.enrolment.endedAt !== undefined && reason !== undefined
  if (reason === undefined) return null
  return (
    <>
      <section className="card" aria-labelledby="no">
        <h2 id="no" className="h3">
          {words.page.no.title}
        </h2>
        <p className="mt4">
          <strong>{words.reasons[reason]}</strong>
        </p>
        {reasonText ? (
          <p>
            {reasonBy === view.side ? words.page.no.own : reasonBy === 'educator' ? words.page.no.text : ''}{' '}
            <q className="breakable lines">{reasonText}</q>
          </p>
        ) : null}
      </section>
      {isNo ? <NextBest plan={nextPlan} /> : null}
    </>
  )
}
