import type { PlanGroupView, PlanView } from '../../../modules/planning/index.ts'
import type { Language } from '../../../modules/skills/index.ts'
import { dateText, euroText, periodText } from '../../words/format.ts'
import { type PlanTag, planWords } from '../../words/plans.ts'

/** The steps as one sentence with dates. */
export function stepsSentence(plan: PlanView, language: Language): string {
  const words = planWords[language]
  return plan.steps
    .flatMap((step) => {
      if (step.kind === 'wait') return []
      if (step.kind === 'job') return [words.stepJob(dateText(step.from, language))]
      const period = periodText(step.from, step.until, language)
      return [
        step.withWage ? words.stepTrainingAtWork(period, step.training.title) : words.stepTraining(period, step.training.title),
      ]
    })
    .join(' ')
}

export function trainingsOf(plan: PlanView) {
  return plan.steps.flatMap((step) => (step.kind === 'training' ? [step.training] : []))
}

export function planTitle(plan: PlanView): string {
  return plan.titledBy === 'occupation' ? (plan.vacancy.occupationLabel ?? plan.vacancy.title) : plan.vacancy.title
}

/** How the way goes, in one short sentence. */
export function kindSentence(plan: PlanView, language: Language): string {
  const words = planWords[language]
  if (plan.kind === 'dual') return words.dual
  if (plan.kind === 'hireThenTrain') return words.courseInJob
  return words.courseCount(trainingsOf(plan).length)
}

export interface Fact {
  readonly value: string
  readonly note: string
  readonly isUnknown?: boolean
}

export function ownCostFact(plan: PlanView, language: Language): Fact {
  const { facts } = planWords[language]
  const employerPays = plan.payers.some((payer) => payer.who === 'employer')
  const fundPays = plan.payers.some((payer) => payer.certainty === 'can')
  const note =
    plan.askFundingEuro > 0
      ? facts.ownAsk(euroText(plan.askFundingEuro, language))
      : plan.ownCostEuro > 0
        ? facts.ownNote
        : employerPays
          ? facts.ownEmployer
          : fundPays
            ? facts.ownFund
            : facts.ownNothing
  return { value: euroText(plan.ownCostEuro, language), note }
}

export function incomeFact(plan: PlanView, language: Language): Fact {
  const { facts } = planWords[language]
  return plan.lowestMonthEuro === undefined
    ? { value: facts.incomeUnknown, note: facts.incomeTell, isUnknown: true }
    : { value: euroText(plan.lowestMonthEuro, language), note: facts.incomeLowest }
}

export function timeFact(plan: PlanView, language: Language): Fact {
  const { facts } = planWords[language]
  if (plan.studyHoursPerWeek === 0) return { value: facts.noStudy, note: facts.noStudyNote }
  const weeks = trainingsOf(plan).reduce((sum, training) => sum + training.weeks, 0)
  return { value: facts.hours(plan.studyHoursPerWeek), note: facts.timeWeeks(weeks) }
}

/** On what each group is best among those shown; every tag goes to one group at most. */
export function tagsOf(groups: readonly PlanGroupView[]): readonly (PlanTag | undefined)[] {
  const tags: (PlanTag | undefined)[] = groups.map(() => undefined)
  const give = (tag: PlanTag, cost: (group: PlanGroupView) => number | undefined): void => {
    let best: number | undefined
    for (const [index, group] of groups.entries()) {
      const value = cost(group)
      const known = best === undefined ? undefined : cost(groups[best] as PlanGroupView)
      if (value !== undefined && (known === undefined || value < known)) best = index
    }
    if (best !== undefined) tags[best] ??= tag
  }
  if (groups.length > 1) give('soonest', ({ best }) => best.readyInWeeks)
  give('wageAtOnce', ({ best }) => (best.kind === 'dual' || best.kind === 'hireThenTrain' ? best.readyInWeeks : undefined))
  give('withoutCourse', ({ best }) => (best.kind === 'direct' ? best.readyInWeeks : undefined))
  if (groups.length > 1) {
    give('cheapest', ({ best }) => best.ownCostEuro)
    give('opensMost', ({ opensLow }) => (opensLow > 1 ? -opensLow : undefined))
  }
  return tags
}

export function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `${letterOf(Math.floor(index / 26) - 1)}${letterOf(index % 26)}`
}
