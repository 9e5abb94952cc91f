import { mostHours, type Person } from '../../engine/matching/index.ts'
import type { Plan, PlanGroup } from '../../engine/planning/index.ts'
import { type DateText, dateOfWeek } from '../../platform/index.ts'
import type { Profile } from '../people/index.ts'
import { type Rule, wageMonthEuro } from '../rules/index.ts'
import { conditionView } from './condition-view.ts'
import { lowestMonth, moneyMonths } from './money-months.ts'
import { loansFor, type PayerNames, payersOf } from './payers.ts'
import { planId } from './plan-id.ts'
import { skillReasons } from './skill-reasons.ts'
import { summariseTraining } from './training-summary.ts'
import { type Naming, summariseVacancyById } from './vacancy-summary.ts'
import type { ChancePart, PlanGroupView, PlanStep, PlanView } from './views.ts'

/** What a plan is shown with: names, the person, and the money rules of the day. */
export interface PlanShowing extends Naming {
  readonly person: Person
  readonly profile: Profile
  readonly benefit: (monthIndex: number) => { readonly euro?: number | undefined; readonly rules: readonly string[] } | undefined
  readonly payerNames: PayerNames
  /** Of today. */
  readonly rules: readonly Rule[]
}

export function planView(showing: PlanShowing, plan: Plan): PlanView {
  const { resident, person, profile } = showing
  const record = resident.vacancies.get(plan.vacancy)
  const job = jobMoney(showing, plan)
  const money = moneyMonths({
    today: resident.today,
    profile,
    paidFrom: dateOfWeek(plan.firstPaidWeek),
    jobMonthEuro: job.monthEuro,
    dualUntil: plan.kind === 'dual' ? dateOfWeek(plan.readyWeek) : undefined,
    dualMonthEuro: job.dualMonthEuro,
    benefit: showing.benefit,
  })
  const lowest = lowestMonth(money)
  const trainings = plan.path.map((offering) => summariseTraining(showing, offering))
  return {
    id: planId(plan),
    kind: plan.kind,
    certain: plan.certain,
    toCheck: checks(showing, plan),
    titledBy: plan.titledBy,
    vacancy: record ? summariseVacancyById(showing, record.id) : summariseVacancyById(showing, plan.vacancy),
    steps: stepsOf(showing, plan),
    readyOn: dateOfWeek(plan.readyWeek),
    readyInWeeks: plan.readyWeek - resident.thisWeek,
    firstPaidOn: dateOfWeek(plan.firstPaidWeek),
    ownCostEuro: plan.ownCostEuro,
    askFundingEuro: plan.askFundingEuro,
    payers: payersOf(resident.engine.priceOf(person, plan), showing.payerNames),
    loans: loansFor(plan.ownCostEuro, showing.rules, showing.language),
    money,
    ...(lowest === undefined ? {} : { lowestMonthEuro: lowest }),
    studyHoursPerWeek: Math.max(0, ...trainings.map((training) => training.hoursPerWeek)),
    fit: plan.fit,
    skills: skillReasons(showing, person, plan.vacancy, plan.path),
    chance: plan.chance,
    chanceParts: plan.path.map((offering) => chancePart(showing, offering)),
  }
}

export function planGroupView(showing: PlanShowing, group: PlanGroup): PlanGroupView {
  return {
    best: planView(showing, group.best),
    plans: group.plans,
    opensLow: group.opensLow,
    opensHigh: group.opensHigh,
    examples: group.examples.map((id) => summariseVacancyById(showing, id)),
    folded: group.folded.map((path) => path.map((offering) => summariseTraining(showing, offering))),
  }
}

function checks(showing: PlanShowing, plan: Plan): PlanView['toCheck'] {
  if (plan.toCheck.length === 0) return []
  const { conditions } = showing.resident.engine.judge(showing.person, plan.vacancy)
  const byKey = new Map(conditions.map((condition) => [condition.key, condition]))
  // A prerequisite of a training may be what is unknown; it is no condition of the vacancy.
  return plan.toCheck.map((key) => conditionView(showing, byKey.get(key) ?? { key, state: 'unknown', asked: true, distance: 0 }))
}

function stepsOf(showing: PlanShowing, plan: Plan): PlanStep[] {
  const { resident, person } = showing
  const steps: PlanStep[] = []
  let free: DateText = dateOfWeek(Math.max(resident.thisWeek, person.availableFrom ?? resident.thisWeek))
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
    const start = plan.starts[index] ?? resident.thisWeek
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
  showing: PlanShowing,
  plan: Plan,
): { readonly monthEuro: number | undefined; readonly dualMonthEuro: number | undefined } {
  const facts = showing.resident.vacancies.get(plan.vacancy)?.facts
  const hours = mostHours(showing.person.hours, facts?.hours)
  const cents = facts?.wageCents?.[0]
  const last = showing.resident.offerings.get(plan.path.at(-1) ?? '')
  return {
    monthEuro: cents === undefined || hours === undefined ? undefined : wageMonthEuro(cents, hours),
    dualMonthEuro: last?.facts.incomeMonthEuro,
  }
}

function chancePart(showing: PlanShowing, id: string): ChancePart {
  const training = summariseTraining(showing, id)
  const facts = showing.resident.programmes.get(training.programme)?.facts
  return {
    offering: id,
    title: training.title,
    ...(facts?.completion === undefined ? {} : { completion: facts.completion }),
    ...(facts?.placement === undefined ? {} : { placement: facts.placement }),
  }
}
