import { Form, Link } from 'react-router'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { pathTo } from '../paths.ts'
import { myDeskWords } from '../words/my-desk.ts'
import { useLanguage } from '../words/use-words.ts'
import { AlertsList, type ShownAlert } from './alerts-list.tsx'
import { KeptPlanCard, type ShownPlan } from './kept-plan-card.tsx'

const compareForm = 'compare'

/** The plans that somebody keeps: those with news first. */
export function PlansPart({
  plans,
  chosen,
  wantsMail,
  wantsAlerts,
  alerts,
}: {
  readonly plans: readonly ShownPlan[]
  readonly chosen: readonly string[]
  readonly wantsMail: boolean
  readonly wantsAlerts: boolean
  /** New vacancies that one of the plans leads to as well. */
  readonly alerts: readonly ShownAlert[]
}) {
  const language = useLanguage()
  const words = myDeskWords[language]
  const possible = plans.filter(({ state }) => state !== 'gone')
  const inOrder = [...plans.filter(({ state }) => state !== 'same'), ...plans.filter(({ state }) => state === 'same')]
  return (
    <section className="sec" aria-labelledby="plans">
      <h2 id="plans">{words.plans.title}</h2>
      {plans.length === 0 ? (
        <div className="mt4">
          <EmptyState
            title={words.plans.none}
            level="h3"
            actions={
              <Link className="btn btn-2" to={pathTo('plans', language)}>
                {words.plans.toPlans}
              </Link>
            }
          >
            <p>{words.plans.noneText}</p>
          </EmptyState>
        </div>
      ) : (
        <div className="stack-5 mt4">
          <ul className="plain stack">
            {inOrder.map((plan) => (
              <KeptPlanCard key={plan.id} plan={plan} compareForm={compareForm} isCompared={chosen.includes(plan.id)} />
            ))}
          </ul>
          {possible.length > 1 ? <CompareForm isTooFew={chosen.length === 1} /> : null}
          <AlertsList alerts={alerts} />
          <MailForm wantsMail={wantsMail} wantsAlerts={wantsAlerts} />
        </div>
      )}
    </section>
  )
}

/** The boxes stand in the cards; the form is a plain question to this same page. */
function CompareForm({ isTooFew }: { readonly isTooFew: boolean }) {
  const language = useLanguage()
  const words = myDeskWords[language].comparing
  return (
    <Form id={compareForm} action={pathTo('myDesk', language)} className="row">
      <button className="btn" type="submit">
        {words.button}
      </button>
      <span className="note" role={isTooFew ? 'status' : undefined}>
        {isTooFew ? words.few : words.text}
      </span>
    </Form>
  )
}

function MailForm({ wantsMail, wantsAlerts }: { readonly wantsMail: boolean; readonly wantsAlerts: boolean }) {
  const words = myDeskWords[useLanguage()].mail
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="intent" value="mail" />
      <label className="check">
        <input type="checkbox" name="want" value="yes" defaultChecked={wantsMail} />
        <span>
          {words.label}
          <span className="note"> {words.text}</span>
        </span>
      </label>
      <label className="check">
        <input type="checkbox" name="vacancies" value="yes" defaultChecked={wantsAlerts} />
        <span>
          {words.vacancies}
          <span className="note"> {words.vacanciesText}</span>
        </span>
      </label>
      <div className="row">
        <button className="btn btn-2 btn-s" type="submit">
          {words.save}
        </button>
      </div>
    </Form>
  )
}
