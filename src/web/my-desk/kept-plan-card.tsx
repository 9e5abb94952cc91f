import { Form, Link } from 'react-router'
import type { KeptPlanView } from '../../modules/kept-plans/index.ts'
import { Icon, type IconName } from '../components/icon/icon.tsx'
import { pathTo } from '../paths.ts'
import { dateText, euroText } from '../words/format.ts'
import { myDeskWords } from '../words/my-desk.ts'
import { useLanguage } from '../words/use-words.ts'
import { changeText, reasonText } from './change-text.ts'

export type ShownPlan = Omit<KeptPlanView, 'keptAt' | 'checkedAt'> & { readonly keptOn: string }

const icons: Readonly<Record<ShownPlan['state'], IconName>> = { same: 'check', changed: 'flag', gone: 'stop' }

/** A kept plan: how it stands, what changed since the person last saw it, and what they can do. `compareForm`: the form that its box belongs to. */
export function KeptPlanCard({
  plan,
  compareForm,
  isCompared,
}: {
  readonly plan: ShownPlan
  readonly compareForm: string
  readonly isCompared: boolean
}) {
  const language = useLanguage()
  const words = myDeskWords[language].plans
  const { facts, state } = plan
  return (
    <li className="card kept-plan">
      <p className="row bare">
        <span className={state === 'same' ? 'tag t-open' : state === 'changed' ? 'tag t-accent' : 'tag t-shut'}>
          <Icon name={icons[state]} />
          {words.states[state]}
        </span>
        <span className="note">
          {plan.newsOn ? words.since(dateText(plan.newsOn, language)) : words.kept(dateText(plan.keptOn, language))}
        </span>
      </p>
      <h3>
        {state === 'gone' ? facts.title : <Link to={pathTo('plan', language, { plan: plan.plan })}>{facts.title}</Link>}{' '}
        <span className="note">{words.at(facts.employer, facts.placeName)}</span>
      </h3>
      {plan.isChecked ? null : <p className="note">{words.notChecked}</p>}
      {plan.news?.kind === 'gone' ? <Gone news={plan.news} /> : <Facts plan={plan} />}
      {state === 'changed' ? <Changes plan={plan} /> : null}
      <div className="row">
        {state === 'gone' ? null : (
          <label className="check">
            <input type="checkbox" name="compare" value={plan.id} form={compareForm} defaultChecked={isCompared} />
            <span>
              {words.compare}
              <span className="vh">{words.which(facts.title)}</span>
            </span>
          </label>
        )}
        {state === 'changed' ? <Act intent="seen" text={words.seen} plan={plan} /> : null}
        <Act intent="remove" text={words.remove} plan={plan} />
      </div>
    </li>
  )
}

function Act({ intent, text, plan }: { readonly intent: 'seen' | 'remove'; readonly text: string; readonly plan: ShownPlan }) {
  const words = myDeskWords[useLanguage()].plans
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="kept" value={plan.id} />
      <button className="btn btn-2 btn-s" type="submit">
        {text}
        <span className="vh">{words.which(plan.facts.title)}</span>
      </button>
    </Form>
  )
}

/** As it is today: what changed stands beside it with what it was. */
function Facts({ plan }: { readonly plan: ShownPlan }) {
  const language = useLanguage()
  const words = myDeskWords[language].plans
  const facts = plan.news?.kind === 'changed' ? plan.news.now : plan.facts
  return (
    <dl className="facts">
      <div>
        <dt>{words.facts.ready}</dt>
        <dd className="num">{dateText(facts.readyOn, language)}</dd>
      </div>
      <div>
        <dt>{words.facts.own}</dt>
        <dd className="num">{euroText(facts.ownCostEuro, language)}</dd>
      </div>
      <div>
        <dt>{words.facts.study}</dt>
        <dd className="num">{words.hours(facts.studyHoursPerWeek)}</dd>
      </div>
      {facts.closesOn ? (
        <div>
          <dt>{words.facts.closes}</dt>
          <dd className="num">{dateText(facts.closesOn, language)}</dd>
        </div>
      ) : null}
    </dl>
  )
}

function Changes({ plan }: { readonly plan: ShownPlan }) {
  const language = useLanguage()
  const words = myDeskWords[language]
  return (
    <div>
      <h4>{words.plans.changedTitle}</h4>
      <ul className="textlist">
        {plan.changes.map((change) => {
          const { what, before, after } = changeText(change, language)
          return (
            <li key={what}>
              {what}: {words.changes.was} <s>{before}</s>, {words.changes.is} <strong>{after}</strong>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Gone({ news }: { readonly news: Extract<NonNullable<ShownPlan['news']>, { kind: 'gone' }> }) {
  const language = useLanguage()
  const words = myDeskWords[language].plans
  const { next, reasons } = news
  return (
    <div className="stack-2">
      <h4>{words.goneTitle}</h4>
      <ul className="textlist">
        {reasons.map((reason) => (
          <li key={reasonText(reason, language)}>{reasonText(reason, language)}</li>
        ))}
      </ul>
      {next ? (
        <p>
          <strong>{words.next}:</strong>{' '}
          <Link to={pathTo('plan', language, { plan: next.plan })}>
            {words.nextText(next.title, next.employer, dateText(next.readyOn, language))}
          </Link>
        </p>
      ) : (
        <p>{words.noNext}</p>
      )}
    </div>
  )
}
