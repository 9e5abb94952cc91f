import { Link } from 'react-router'
import type { NextPlan, Side } from '../../../modules/introductions/index.ts'
import { pathTo } from '../../paths.ts'
import { dateText } from '../../words/format.ts'
import { introductionWords } from '../../words/introduction.ts'
import { introductionFormWords } from '../../words/introduction-forms.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'
import { ReportForm } from '../messages/report-form.tsx'

/** A no as it is told: the reason of the list, what was written with it, and that one may say that it is not right. */
export function TheNo({
  by,
  isMine,
  who,
  reason,
  text,
  adviserText,
  isWrongReport,
}: {
  readonly by: Side
  readonly isMine: boolean
  readonly who: string
  readonly reason: string
  readonly text?: string | undefined
  readonly adviserText?: string | undefined
  readonly isWrongReport: boolean
}) {
  const language = useLanguage()
  const words = introductionWords[language].no
  const reasons: Readonly<Record<string, string>> = introductionFormWords[language].decline[by]
  return (
    <section className="card" aria-labelledby="no">
      <h2 id="no" className="h3">
        {words.title}
      </h2>
      <p className="mt4">
        <strong>{reasons[reason] ?? reason}</strong>
      </p>
      {text ? (
        <p>
          {words.said(who)} <q className="breakable lines">{text}</q>
        </p>
      ) : null}
      {adviserText ? (
        <p className="small">
          {words.adviser} <q className="breakable lines">{adviserText}</q>
        </p>
      ) : null}
      {isMine ? null : <ReportForm title={words.wrong} isWrong={isWrongReport} />}
    </section>
  )
}

/** What a no would look like, while there is none. */
export function ExampleNo({ organisation }: { readonly organisation: string }) {
  const words = introductionWords[useLanguage()].no
  return (
    <div className="card">
      <p className="eyebrow">{words.example}</p>
      <h3>{words.exampleHead(organisation)}</h3>
      <p className="mt4">
        {words.reason} <strong>{words.exampleReason}</strong>
      </p>
      <p className="small">{words.exampleText}</p>
    </div>
  )
}

/** The best plan that does not end here; without one the way to all plans. */
export function NextBest({ plan }: { readonly plan: NextPlan | undefined }) {
  const language = useLanguage()
  const words = introductionWords[language].no
  return (
    <div className="nudge next-best">
      <span className="eyebrow bare">{words.next}</span>
      {plan ? (
        <>
          <h3 className="g bare">{words.nextAt(plan.title, plan.employer)}</h3>
          {plan.readyOn ? <p className="small bare">{words.ready(dateText(plan.readyOn, language))}</p> : null}
          <Link className="btn btn-2" to={pathTo('plan', language, { plan: plan.plan })}>
            {words.toPlan}
            <Icon name="right" />
          </Link>
        </>
      ) : (
        <>
          <p className="bare">{words.noNext}</p>
          <Link className="btn btn-2" to={pathTo('plans', language)}>
            {words.toPlans}
            <Icon name="right" />
          </Link>
        </>
      )}
    </div>
  )
}
