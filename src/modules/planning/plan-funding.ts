import type { Plan } from '../../engine/planning/index.ts'
import { type DateText, dateOfWeek } from '../../platform/index.ts'
import { answerOf, type FundingAnswer } from '../funding/index.ts'
import type { Profile } from '../people/index.ts'
import type { FundingFacts } from '../rules/index.ts'
import type { Showing } from './showing.ts'
import type { FundingLine } from './views.ts'

/** What is known of a plan for funding schemes. What is not known is left out: then they ask. Age is never among it. */
export function factsOfPlan(
  { profile, records, today }: Pick<Showing, 'profile' | 'records' | 'today'>,
  plan: Pick<Plan, 'kind' | 'path' | 'starts'>,
  employerPays: boolean,
): FundingFacts {
  const offerings = plan.path.map((id) => records.offerings.get(id))
  const programmes = offerings.map((offering) => records.programmes.get(offering?.programme ?? ''))
  const fees = offerings.map((offering) => offering?.facts.feeEuro)
  const weeks = programmes.map((programme) => programme?.facts.weeks)
  const last = programmes.at(-1)?.facts
  const begin = plan.starts[0]
  return {
    ...situationOf(profile, begin === undefined ? today : dateOfWeek(begin)),
    ...(weeks.includes(undefined) ? {} : { months: Math.ceil((sum(weeks) * 12) / 52) }),
    ...(fees.includes(undefined) ? {} : { priceEuro: sum(fees) }),
    ...(programmes.every((programme) => programme?.facts.form === 'bootcamp' || programme?.facts.form === 'self-paced')
      ? { training: 'course' as const }
      : {}),
    ...guaranteeOf(plan.kind, last?.jobGuarantee),
    ...(employerPays ? { employerPays: 'yes' as const } : {}),
    forWork: 'yes',
  }
}

const sum = (numbers: readonly (number | undefined)[]): number => numbers.reduce<number>((all, one) => all + (one ?? 0), 0)

/** The situation on the day that the training begins, as far as somebody told it. */
function situationOf({ situation, jobEndsOn, benefitMonths = 0 }: Profile, begins: DateText): Pick<FundingFacts, 'situation'> {
  const hasJob = situation === 'working' || (situation === 'jobEnds' && jobEndsOn !== undefined && begins <= jobEndsOn)
  if (hasJob) return { situation: 'employed' }
  const lostJob = situation === 'unemployed' || situation === 'jobEnds'
  return lostJob && benefitMonths > 0 ? { situation: 'ww' } : {}
}

/** With a job that begins before or with the training there is an employer who promised it. */
function guaranteeOf(kind: Plan['kind'], said: boolean | undefined): Pick<FundingFacts, 'jobGuarantee'> {
  if (kind === 'dual' || kind === 'hireThenTrain') return { jobGuarantee: 'yes' }
  return said === undefined ? {} : { jobGuarantee: said ? 'yes' : 'no' }
}

/** What open schemes say to a plan: money for the person, and money for the employer, apart; and the ids of those that surely do not fit. */
export interface PlanFunding {
  readonly person: readonly FundingLine[]
  readonly employer: readonly FundingLine[]
  readonly cannot: ReadonlySet<string>
}

export function fundingOfPlan(
  facts: FundingFacts,
  { funding, today, language }: Pick<Showing, 'funding' | 'today' | 'language'>,
): PlanFunding {
  const { schemes, figureOf } = funding
  const answers = schemes.map((rule) => answerOf(rule, { facts, date: today, language, figureOf }))
  const fitting = answers
    .filter((answer) => answer.verdict !== 'cannot' && isAbout(answer))
    .sort((a, b) => Number(a.verdict === 'ask') - Number(b.verdict === 'ask') || (a.id < b.id ? -1 : 1))
  const paidTo = (party: FundingAnswer['paidTo']): FundingLine[] => fitting.filter((one) => one.paidTo === party).map(lineOf)
  return {
    person: paidTo('person'),
    employer: paidTo('employer'),
    cannot: new Set(answers.filter(({ verdict }) => verdict === 'cannot').map(({ id }) => id)),
  }
}

/** A plan that meets none of its conditions says nothing of a scheme; nor is there anything to pay where a training is free. */
function isAbout({ reasons, question, sum: of }: FundingAnswer): boolean {
  if (of?.highEuro === 0) return false
  return question?.fact === 'training' || reasons.some(({ state }) => state === 'met')
}

function lineOf({ id, title, kind, verdict, decides, sum: of }: FundingAnswer): FundingLine {
  return {
    ...{ scheme: id, label: title, isLoan: kind === 'loan', verdict: verdict === 'can' ? 'can' : 'ask', decides },
    ...(of ? { sum: of } : {}),
  }
}
