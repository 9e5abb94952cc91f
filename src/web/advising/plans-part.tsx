import { Form, Link } from 'react-router'
import type { PlanGroupView, PlanView } from '../../modules/planning/index.ts'
import { Icon } from '../components/icon/icon.tsx'
import { Payers } from '../components/payers/payers.tsx'
import { PlanFunding } from '../components/plan-funding/plan-funding.tsx'
import { PlansTable } from '../components/plans-table/plans-table.tsx'
import { planTitle } from '../components/route-board/plan-facts.ts'
import { LineKey, RouteBoard } from '../components/route-board/route-board.tsx'
import { pathTo } from '../paths.ts'
import { adviceWords } from '../words/advice.ts'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export interface KeptLine {
  readonly id: string
  readonly plan: string
  readonly title: string
  readonly employer: string
  readonly readyOn: string
  readonly state: 'same' | 'changed' | 'gone'
}

interface PlansPartProps {
  readonly groups: readonly PlanGroupView[]
  readonly keptPlans: readonly KeptLine[]
  readonly compared: readonly PlanView[]
  /** Ids that were chosen; of more than three the first are shown. */
  readonly chosen: readonly string[]
  /** Whether an introduction about the vacancy can be suggested. */
  readonly meetable: Readonly<Record<string, 'yes' | 'open' | 'no'>>
  readonly handle: string
  readonly side: 'person' | 'adviser'
  readonly today: string
}

const mostLanes = 3
const mostCompared = 3
const mostChoices = 8

/** The plans of the person, in the person's order; two or three of them side by side. */
export function PlansPart(props: PlansPartProps) {
  const { groups, handle, side, today } = props
  const language = useLanguage()
  const words = adviceWords[language].plans
  const path = pathTo('advised', language, { person: handle })
  const planPath = (plan: string): string => `${path}?${new URLSearchParams({ plan })}#compared`
  const rest = groups.slice(mostLanes)
  return (
    <>
      <section aria-labelledby="plans">
        <h2 id="plans">{words.title}</h2>
        <p className="mt4">{side === 'person' ? words.leadYou : words.lead}</p>
        {groups.length === 0 ? <p className="mt4">{words.none}</p> : null}
        {groups.length > 0 ? (
          <div className="stack-4 mt4">
            <LineKey />
            <RouteBoard groups={groups.slice(0, mostLanes)} today={today} alsoCover={groups} planPath={planPath} />
            {rest.length > 0 ? (
              <details className="twin">
                <summary>{words.more(rest.length)}</summary>
                <div className="mt4">
                  <RouteBoard groups={rest} firstIndex={mostLanes} today={today} alsoCover={groups} planPath={planPath} />
                </div>
              </details>
            ) : null}
          </div>
        ) : null}
        <CompareForm {...props} path={path} />
      </section>
      {props.chosen.length > 0 ? <Compared {...props} path={path} planPath={planPath} /> : null}
    </>
  )
}

function CompareForm({ groups, keptPlans, chosen, path }: PlansPartProps & { readonly path: string }) {
  const language = useLanguage()
  const words = adviceWords[language].plans
  const known = new Set(groups.slice(0, mostChoices).map(({ best }) => best.id))
  const kept = keptPlans.filter(({ plan, state }) => !known.has(plan) && state !== 'gone')
  const gone = keptPlans.filter(({ state }) => state === 'gone')
  if (groups.length + keptPlans.length === 0) return null
  return (
    <Form method="get" action={`${path}#compared`} className="stack-4 mt5">
      <fieldset className="plainset">
        <legend className="h3">{words.compare}</legend>
        <p className="hint">{words.compareHint}</p>
        {groups.slice(0, mostChoices).map(({ best }) => (
          <PlanCheck key={best.id} plan={best.id} isChosen={chosen.includes(best.id)}>
            {planTitle(best)}, {best.vacancy.employer}
            <span className="note"> {dateText(best.readyOn, language)}</span>
          </PlanCheck>
        ))}
        {kept.map(({ plan, title, employer, readyOn, state }) => (
          <PlanCheck key={plan} plan={plan} isChosen={chosen.includes(plan)}>
            {title}, {employer}
            <span className="note">
              {' '}
              {dateText(readyOn, language)}. {words.kept}
              {state === 'changed' ? `, ${words.keptChanged}` : ''}
            </span>
          </PlanCheck>
        ))}
      </fieldset>
      {gone.map(({ plan, title, employer }) => (
        <p className="note bare" key={plan}>
          {words.kept}: {title}, {employer} {words.keptGone}.
        </p>
      ))}
      <button className="btn btn-2" type="submit">
        {words.compareButton}
      </button>
    </Form>
  )
}

function PlanCheck({
  plan,
  isChosen,
  children,
}: {
  readonly plan: string
  readonly isChosen: boolean
  readonly children: React.ReactNode
}) {
  return (
    <label className="check">
      <input type="checkbox" name="plan" value={plan} defaultChecked={isChosen} />
      <span>{children}</span>
    </label>
  )
}

/** A plan as the board wants it: by itself, with nothing folded behind it. */
const alone = (best: PlanView): PlanGroupView => ({
  ...{ best, plans: 1, opensLow: best.certain ? 1 : 0, opensHigh: 1 },
  ...{ examples: [], folded: [] },
})

function Compared({
  compared,
  chosen,
  meetable,
  side,
  today,
  path,
  planPath,
}: PlansPartProps & { readonly path: string; readonly planPath: (plan: string) => string }) {
  const language = useLanguage()
  const words = adviceWords[language]
  const groups = compared.map(alone)
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">{words.plans.compared}</h2>
      {chosen.length > mostCompared ? <p className="note mt4">{words.plans.tooMany}</p> : null}
      {compared.length === 0 ? <p className="mt4">{words.plans.noneCompared}</p> : null}
      {compared.length > 0 ? (
        <div className="stack-5 mt4">
          <RouteBoard groups={groups} today={today} planPath={planPath} />
          <PlansTable groups={groups} planPath={planPath} />
          <div className="advice-pays">
            {compared.map((plan) => (
              <section className="card" key={plan.id} aria-labelledby={`pays-${plan.id}`}>
                <h3 className="h4" id={`pays-${plan.id}`}>
                  {words.plans.pays(`${planTitle(plan)}, ${plan.vacancy.employer}`)}
                </h3>
                <div className="mt4">
                  <Payers payers={plan.payers} />
                  <PlanFunding
                    person={plan.funding}
                    employer={plan.employerFunding}
                    isPaidByEmployer={plan.employerFunding.length > 0 || plan.payers.some(({ who }) => who === 'employer')}
                  />
                </div>
                {side === 'adviser' ? <Suggest plan={plan} can={meetable[plan.vacancy.id] ?? 'no'} /> : null}
              </section>
            ))}
          </div>
        </div>
      ) : null}
      <p className="mt4">
        <Link to={`${path}#plans`}>
          <Icon name="left" />
          {words.plans.clear}
        </Link>
      </p>
    </section>
  )
}

function Suggest({ plan, can }: { readonly plan: PlanView; readonly can: 'yes' | 'open' | 'no' }) {
  const words = adviceWords[useLanguage()].suggest
  if (can !== 'yes') return <p className="note mt4">{can === 'open' ? words.openAlready : words.not}</p>
  return (
    <Form method="post" className="mt4">
      <input type="hidden" name="intent" value="suggest" />
      <input type="hidden" name="vacancy" value={plan.vacancy.id} />
      <button className="btn btn-s" type="submit">
        {words.button}
        <span className="vh"> {words.which(planTitle(plan))}</span>
      </button>
      <p className="note">{words.note}</p>
    </Form>
  )
}
