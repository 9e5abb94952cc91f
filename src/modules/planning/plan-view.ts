import { mostHours } from '../../engine/matching/index.ts'
import type { Plan } from '../../engine/planning/index.ts'
import { type DateText, dateOfWeek } from '../../platform/index.ts'
import type { GroupFinding, PlanFinding } from '../engines/index.ts'
import { wageMonthEuro } from '../rules/index.ts'
import { conditionView } from './condition-view.ts'
import { type DualMonth, dualMonths } from './dual-months.ts'
import { lowestMonth, moneyMonths } from './money-months.ts'
import { loansFor, payersOf } from './payers.ts'
import { factsOfPlan, fundingOfPlan } from './plan-funding.ts'
import { planId } from './plan-id.ts'
import type { Showing } from './showing.ts'
import { skillReasons } from './skill-reasons.ts'
import { summariseTraining } from './training-summary.ts'
import { summariseVacancyById } from './vacancy-summary.ts'
import type { ChancePart, PlanGroupView, PlanStep, PlanView } from './views.ts'

export function planView(showing: Showing, { plan, price, toCheck, skills }: PlanFinding): PlanView {
  const { profile } = showing
  const job = jobMoney(showing, plan)
  const money = moneyMonths({
    today: showing.today,
    profile,
    paidFrom: dateOfWeek(plan.firstPaidWeek),
    jobMonthEuro: job.monthEuro,
    dualUntil: plan.kind === 'dual' ? dateOfWeek(plan.readyWeek) : undefined,
    dualMonth: job.dualMonth,
    trainings: trainingDays(showing, plan),
    benefit: showing.benefit,
  })
  const lowest = lowestMonth(money)
  const trainings = plan.path.map((offering) => summariseTraining(showing, offering))
  const known = factsOfPlan(
    showing,
    plan,
    price.some(({ employerPays }) => employerPays),
  )
  const funding = fundingOfPlan(known, showing)
  return {
    id: planId(plan),
    kind: plan.kind,
    certain: plan.certain,
    toCheck: toCheck.map((condition) => conditionView(showing, condition)),
    titledBy: plan.titledBy,
    vacancy: summariseVacancyById(showing, plan.vacancy),
    steps: stepsOf(showing, plan),
    readyOn: dateOfWeek(plan.readyWeek),
    readyInWeeks: plan.readyWeek - showing.thisWeek,
    firstPaidOn: dateOfWeek(plan.firstPaidWeek),
    ownCostEuro: plan.ownCostEuro,
    askFundingEuro: plan.askFundingEuro,
    payers: payersOf(price, showing.payerNames),
    loans: loansFor(
      plan.ownCostEuro,
      showing.rules.filter(({ id }) => !funding.cannot.has(id)),
      showing.language,
    ),
    funding: plan.path.length === 0 ? [] : funding.person,
    employerFunding: plan.kind === 'dual' || plan.kind === 'hireThenTrain' ? funding.employer : [],
    money,
    ...(lowest === undefined ? {} : { lowestMonthEuro: lowest }),
    studyHoursPerWeek: Math.max(0, ...trainings.map((training) => training.hoursPerWeek)),
    fit: plan.fit,
    skills: skillReasons(showing, skills),
    chance: plan.chance,
    chanceParts: plan.path.map((offering) => chancePart(showing, offering)),
  }
}

export function planGroupView(showing: Showing, group: GroupFinding): PlanGroupView {
  return {
    best: planView(showing, group.best),
    plans: group.plans,
    opensLow: group.opensLow,
    opensHigh: group.opensHigh,
    examples: group.examples.map((id) => summariseVacancyById(showing, id)),
    folded: group.folded.map((path) => path.map((offering) => summariseTraining(showing, offering))),
  }
}

function stepsOf(showing: Showing, plan: Plan): PlanStep[] {
  const { thisWeek, person } = showing
  const steps: PlanStep[] = []
  let free: DateText = dateOfWeek(Math.max(thisWeek, person.availableFrom ?? thisWeek))
  const jobFrom = dateOfWeek(plan.firstPaidWeek)
  const job: PlanStep = { kind: 'job', from: jobFrom, vacancy: summariseVacancyById(showing, plan.vacancy) }
  const waitUntil = (date: DateText): void => {
    if (date > free) steps.push({ kind: 'wait', from: free, until: date })
  }
  const jobFirst = plan.kind === 'hireThenTrain'
  if (jobFirst) {
    waitUntil(jobFrom)
    steps.push(job)
    free = jobFrom
  }
  for (const [index, offering] of plan.path.entries()) {
    const training = summariseTraining(showing, offering, plan.starts[index])
    const start = plan.starts[index] ?? thisWeek
    const until = dateOfWeek(start + training.weeks)
    waitUntil(dateOfWeek(start))
    const withWage = jobFirst || (plan.kind === 'dual' && index === plan.path.length - 1)
    steps.push({ kind: 'training', from: dateOfWeek(start), until, training, withWage })
    free = until
  }
  if (plan.kind === 'dual') steps.push({ ...job, from: dateOfWeek(plan.readyWeek) })
  else if (!jobFirst) {
    waitUntil(jobFrom)
    steps.push(job)
  }
  return steps
}

function jobMoney(
  showing: Showing,
  plan: Plan,
): { readonly monthEuro: number | undefined; readonly dualMonth: ((day: DateText) => DualMonth) | undefined } {
  const facts = showing.records.vacancies.get(plan.vacancy)?.facts
  const hours = mostHours(showing.person.hours, facts?.hours)
  const cents = facts?.wageCents?.[0]
  const last = showing.records.offerings.get(plan.path.at(-1) ?? '')
  return {
    monthEuro: cents === undefined || hours === undefined ? undefined : wageMonthEuro(cents, hours),
    dualMonth:
      plan.kind === 'dual'
        ? dualMonths({
            from: dateOfWeek(plan.firstPaidWeek),
            programme: last && showing.records.programmes.get(last.programme),
            offering: last,
            hours,
            rules: showing.wageRules,
            today: showing.today,
          })
        : undefined,
  }
}

function trainingDays(showing: Showing, plan: Plan): { readonly from: DateText; readonly until: DateText }[] {
  return plan.path.flatMap((offering, index) => {
    const start = plan.starts[index]
    if (start === undefined) return []
    return [{ from: dateOfWeek(start), until: dateOfWeek(start + summariseTraining(showing, offering).weeks) }]
  })
}

function chancePart(showing: Showing, id: string): ChancePart {
  const training = summariseTraining(showing, id)
  const facts = showing.records.programmes.get(training.programme)?.facts
  return {
    offering: id,
    title: training.title,
    ...(facts?.completion === undefined ? {} : { completion: facts.completion }),
    ...(facts?.placement === undefined ? {} : { placement: facts.placement }),
  }
}
