import type { PlanKind } from '../../engine/planning/index.ts'
import type { DateText } from '../../platform/index.ts'
import type { PlanView } from '../planning/index.ts'

/** What of a plan is kept: what somebody chose it by. Whole euros, whole hours a week. */
export interface PlanFacts {
  readonly kind: PlanKind
  readonly title: string
  readonly vacancy: string
  readonly employer: string
  readonly placeName?: string | undefined
  readonly demo: boolean
  readonly certain: boolean
  readonly readyOn: DateText
  readonly ownCostEuro: number
  readonly studyHoursPerWeek: number
  /** Gross per month, least and most. */
  readonly wageMonthEuro?: readonly [number, number] | undefined
  readonly hours?: readonly [number, number] | undefined
  readonly closesOn?: DateText | undefined
  readonly trainings: readonly TrainingFacts[]
}

export interface TrainingFacts {
  readonly offering: string
  readonly title: string
  readonly provider: string
  readonly from: DateText
  readonly until: DateText
  readonly feeEuro: number
}

type FactValue = string | number | boolean | readonly [number, number]

/** One fact that is not as it was. Left out: it was not said. */
export interface FactChange {
  readonly fact:
    | 'readyOn'
    | 'ownCostEuro'
    | 'studyHoursPerWeek'
    | 'certain'
    | 'wageMonthEuro'
    | 'hours'
    | 'closesOn'
    | 'starts'
    | 'ends'
    | 'feeEuro'
  /** Title of the training that it is of. */
  readonly training?: string
  readonly before?: FactValue
  readonly after?: FactValue
}

export function factsOf(plan: PlanView): PlanFacts {
  const { vacancy } = plan
  return {
    kind: plan.kind,
    title: plan.titledBy === 'occupation' ? (vacancy.occupationLabel ?? vacancy.title) : vacancy.title,
    vacancy: vacancy.id,
    employer: vacancy.employer,
    placeName: vacancy.placeName,
    demo: vacancy.demo,
    certain: plan.certain,
    readyOn: plan.readyOn,
    ownCostEuro: plan.ownCostEuro,
    studyHoursPerWeek: plan.studyHoursPerWeek,
    wageMonthEuro: vacancy.wageMonthEuro,
    hours: vacancy.hours,
    closesOn: vacancy.closesOn,
    trainings: plan.steps.flatMap((step) =>
      step.kind === 'training'
        ? [
            {
              offering: step.training.offering,
              title: step.training.title,
              provider: step.training.provider,
              from: step.from,
              until: step.until,
              feeEuro: step.training.feeEuro,
            },
          ]
        : [],
    ),
  }
}

/** What is not as it was, in the order in which a page tells it. Names are not compared: the same plan is one by its id. */
export function changesBetween(before: PlanFacts, after: PlanFacts): FactChange[] {
  const changes: FactChange[] = []
  const look = (fact: FactChange['fact'], was: FactValue | undefined, is: FactValue | undefined, training?: string): void => {
    if (String(was) === String(is)) return
    changes.push({
      fact,
      ...(training === undefined ? {} : { training }),
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    })
  }
  for (const was of before.trainings) {
    const is = after.trainings.find(({ offering }) => offering === was.offering)
    if (!is) continue
    look('starts', was.from, is.from, was.title)
    // That it ends later because it starts later is no news of its own.
    if (was.from === is.from) look('ends', was.until, is.until, was.title)
    look('feeEuro', was.feeEuro, is.feeEuro, was.title)
  }
  // Without a training somebody is ready today, every day anew.
  if (before.trainings.length > 0) look('readyOn', before.readyOn, after.readyOn)
  look('ownCostEuro', before.ownCostEuro, after.ownCostEuro)
  look('studyHoursPerWeek', before.studyHoursPerWeek, after.studyHoursPerWeek)
  look('wageMonthEuro', before.wageMonthEuro, after.wageMonthEuro)
  look('hours', before.hours, after.hours)
  look('closesOn', before.closesOn, after.closesOn)
  look('certain', before.certain, after.certain)
  return changes
}
