import { data, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PlanView } from '../../modules/planning/index.ts'
import { actorOf } from '../actor.ts'
import { readQuestion, trialQuery } from '../asked.ts'
import { Chance } from '../components/chance/chance.tsx'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { MoneyChart } from '../components/money-chart/money-chart.tsx'
import { Loans, Payers, type RuleNote, type ShownLoan } from '../components/payers/payers.tsx'
import { PlanFunding } from '../components/plan-funding/plan-funding.tsx'
import { NextSteps } from '../components/plan-steps/next-steps.tsx'
import { PlanSteps } from '../components/plan-steps/plan-steps.tsx'
import { WhyThisPlan } from '../components/plan-steps/why-this-plan.tsx'
import { ownCostFact, planTitle, trainingsOf } from '../components/route-board/plan-facts.ts'
import { SkillTable } from '../components/skill-table/skill-table.tsx'
import { TrialBar } from '../components/trial-bar/trial-bar.tsx'
import { type SiteContext, siteContext } from '../context.ts'
import { EndingEvidence } from '../credentials/ending-evidence.tsx'
import { evidenceDays } from '../credentials/evidence-ends.ts'
import { KeepCard, type Keeping } from '../my-desk/keep-card.tsx'
import { planAction } from '../my-desk/keep-plan.ts'
import { isNamed } from '../page-errors.ts'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText, euroText } from '../words/format.ts'
import { moneyWords } from '../words/money.ts'
import { planPageWords } from '../words/plan.ts'
import { planWords } from '../words/plans.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const question = await readQuestion(site, request)
  const [plan, resident] = await Promise.all([
    site.modules.planning.findPlan(question.asked, params.plan ?? '').catch(unreadableId),
    site.modules.residents.current(),
  ])
  const rules = await site.modules.rules.list(resident.today)
  const loans: ShownLoan[] = (plan?.loans ?? []).map((loan) => {
    const initiative = site.modules.initiatives.ofRule(loan.scheme)
    return initiative ? { ...loan, initiative: { id: initiative.id, name: initiative.name[question.language] } } : loan
  })
  const named = new Set([
    ...(plan?.payers.map(({ who }) => who) ?? []),
    ...loans.map(({ scheme }) => scheme),
    ...(plan?.money.flatMap(({ rules: ids }) => ids) ?? []),
  ])
  const notes: RuleNote[] = rules
    .filter(({ id }) => named.has(id))
    .map(({ id, title, checkedOn, sourceUrl, note }) => ({
      id,
      title: title[question.language],
      checkedOn,
      ...(sourceUrl === undefined ? {} : { sourceUrl }),
      ...(note === undefined ? {} : { note: note[question.language] }),
    }))
  const loaded = {
    plan,
    loans,
    rules: notes,
    profile: question.trial.profile,
    tried: question.trial.tried,
    query: trialQuery(question.trial),
    today: resident.today,
    days: await evidenceDays(site, request),
    keeping: await keepingOf(site, request, plan?.id, question.trial.tried.length > 0),
  }
  return plan ? loaded : data(loaded, { status: 404 })
}

export const action = planAction

async function keepingOf(site: SiteContext, request: Request, plan: string | undefined, isTrying: boolean): Promise<Keeping> {
  const actor = await actorOf(site, request)
  if (actor.kind === 'account' && plan !== undefined && (await site.modules.keptPlans.isKept(actor, plan))) return 'kept'
  if (isTrying) return 'trying'
  return actor.kind === 'account' ? 'can' : 'signInFirst'
}

/** An address that never was a plan's is answered like a plan that is gone. */
function unreadableId(error: unknown): undefined {
  if (!isNamed(error, 'Invalid')) throw error
}

interface Loaded {
  readonly plan: PlanView | undefined
}

export const meta = pageMeta<(typeof planPageWords)['nl'], Loaded>(
  planPageWords,
  (words, loaded) => (loaded?.plan ? words.title(planTitle(loaded.plan), loaded.plan.vacancy.employer) : words.goneTitle),
  (_words, _loaded, language) => planWords[language].about,
)

export default function PlanPage() {
  const { plan, loans, rules, profile, tried, query, today, days, keeping } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = planPageWords[language]
  const crumb = (
    <Link className="crumb" to={`${pathTo('plans', language)}${query}`}>
      <Icon name="left" />
      {words.all}
    </Link>
  )
  if (!plan) {
    return (
      <div className="wrap">
        <div className="head">
          {crumb}
          <h1>{words.goneTitle}</h1>
        </div>
        <EmptyState title={words.goneText} />
      </div>
    )
  }
  const payRules = rules.filter(({ id }) => plan.payers.some(({ who }) => who === id))
  const moneyRules = rules.filter(({ id }) => plan.money.some((month) => month.rules.includes(id)))
  return (
    <div className="wrap">
      <div className="head">
        {crumb}
        <h1>{words.title(planTitle(plan), plan.vacancy.employer)}</h1>
        {plan.certain ? null : (
          <p className="lead">
            <span className="tag t-shut">
              <Icon name="question" />
              {planWords[language].perhaps}
            </span>{' '}
            {words.perhaps}
          </p>
        )}
        <Sum plan={plan} />
        <KeepCard keeping={keeping} />
      </div>
      <TrialBar tried={tried} />
      <div className="det">
        <section className="d-why" aria-labelledby="w">
          <h2 id="w" className="mb5">
            {words.why}
          </h2>
          <WhyThisPlan plan={plan} />
        </section>
        <aside className="card card-ink d-next" aria-labelledby="n">
          <h2 id="n" className="h3 mb5">
            {words.next}
          </h2>
          <NextSteps plan={plan} />
        </aside>
        <div className="stack-7 d-rest">
          <section aria-labelledby="st">
            <h2 id="st" className="mb5">
              {words.stepByStep}
            </h2>
            <PlanSteps plan={plan} today={today} />
          </section>
          <section aria-labelledby="sk">
            <h2 id="sk">{words.skillBySkill}</h2>
            <EndingEvidence skills={plan.skills} days={days} readyOn={plan.readyOn} />
            <SkillTable skills={plan.skills} trainings={trainingsOf(plan)} days={days} />
          </section>
          <MoneySection plan={plan} wageNow={profile.wageNowMonthEuro} rules={moneyRules} />
          <section aria-labelledby="pay">
            <h2 id="pay">{words.whoPays}</h2>
            <Payers payers={plan.payers} rules={payRules} />
            <Loans loans={loans} rules={rules.filter(({ id }) => loans.some(({ scheme }) => scheme === id))} />
            <PlanFunding
              person={plan.funding}
              employer={plan.employerFunding}
              isPaidByEmployer={plan.employerFunding.length > 0 || plan.payers.some(({ who }) => who === 'employer')}
            />
          </section>
          <section aria-labelledby="ch">
            <h2 id="ch" className="mb5">
              {words.chance}
            </h2>
            <Chance plan={plan} />
          </section>
        </div>
      </div>
    </div>
  )
}

function Sum({ plan }: { readonly plan: PlanView }) {
  const language = useLanguage()
  const words = planPageWords[language]
  const { facts } = planWords[language]
  const wage = plan.money.findLast(({ kind }) => kind === 'wage')?.euro ?? plan.vacancy.wageMonthEuro?.[0]
  const lowest = plan.lowestMonthEuro
  const own = ownCostFact(plan, language)
  return (
    <dl className="sum">
      <div>
        <dt>{facts.ready}</dt>
        <dd>
          {dateText(plan.readyOn, language)}
          <small>{facts.inWeeks(plan.readyInWeeks)}</small>
        </dd>
      </div>
      <div>
        <dt>{facts.own}</dt>
        <dd>
          {own.value}
          <small>{own.note}</small>
        </dd>
      </div>
      <div>
        <dt>{facts.income}</dt>
        <dd>
          {lowest === undefined ? <span className="unk">{facts.incomeUnknown}</span> : euroText(lowest, language)}
          <small>{lowest === undefined ? facts.incomeTell : facts.incomeLowest}</small>
        </dd>
      </div>
      <div>
        <dt>{words.after}</dt>
        <dd>
          {wage === undefined ? <span className="unk">{facts.incomeUnknown}</span> : euroText(wage, language)}
          <small>{wage === undefined ? words.afterUnknown : moneyWords[language].gross}</small>
        </dd>
      </div>
    </dl>
  )
}

function MoneySection({
  plan,
  wageNow,
  rules,
}: {
  readonly plan: PlanView
  readonly wageNow: number | undefined
  readonly rules: readonly RuleNote[]
}) {
  const language = useLanguage()
  const words = moneyWords[language]
  const page = planPageWords[language]
  const hasBenefit = plan.money.some(({ kind }) => kind === 'benefit')
  const hasUnknown = plan.money.some(({ kind, range }) => kind === 'unknown' && range === undefined)
  const hasRange = plan.money.some(({ range }) => range !== undefined)
  const learnsOnBenefit = plan.money.some(({ rules: ids }) => ids.includes('ww-during-training'))
  return (
    <section aria-labelledby="g">
      <h2 id="g">{words.title}</h2>
      <p className="mt4 mb5">
        {plan.lowestMonthEuro === undefined ? words.lowestUnknown : words.lowest(euroText(plan.lowestMonthEuro, language))}{' '}
        {words.lead}
      </p>
      <MoneyChart months={plan.money} wageNow={wageNow} />
      {hasUnknown ? (
        <p className="note mt4">
          {words.unknownNote} <Link to={`${pathTo('profile', language)}#geld`}>{words.tellMoney}</Link>
        </p>
      ) : null}
      {hasRange ? <p className="note mt4">{words.rangeNote}</p> : null}
      {hasBenefit ? <p className="note mt4">{words.benefitNote}</p> : null}
      {learnsOnBenefit ? <p className="note mt4">{words.benefitWhileLearning}</p> : null}
      {rules.length > 0 ? (
        <details className="twin">
          <summary>{page.rulesTitle(rules.length)}</summary>
          <ul className="plain stack-2 note">
            {rules.map((rule) => (
              <li key={rule.id}>{page.payRule(rule.title, dateText(rule.checkedOn, language))}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}
