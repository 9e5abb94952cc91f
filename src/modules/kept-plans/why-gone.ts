import type { DateText } from '../../platform/index.ts'
import type { OfferingRecord, Trainings } from '../trainings/index.ts'
import type { Vacancies } from '../vacancies/index.ts'
import type { GoneReason } from './kept-plan.ts'
import type { PlanFacts, TrainingFacts } from './plan-facts.ts'

/**
 * Why a plan is none any more, from the records that it named: everything that differs, the vacancy first. That the person changed their own profile is told
 * too; where nothing of this is so, what the vacancy asks does not fit any more.
 */
export async function whyGone(
  records: { readonly vacancies: Pick<Vacancies, 'ofIds'>; readonly trainings: Pick<Trainings, 'ofIds'> },
  facts: PlanFacts,
  today: DateText,
  isProfileChanged: boolean,
): Promise<readonly GoneReason[]> {
  const [vacancy] = await records.vacancies.ofIds([facts.vacancy])
  const { offerings } = await records.trainings.ofIds({ offerings: facts.trainings.map(({ offering }) => offering) })
  const reasons: GoneReason[] = []
  if (vacancy?.state === 'paused') reasons.push({ why: 'vacancyPaused' })
  else if (vacancy?.state !== 'published') reasons.push({ why: 'vacancyClosed' })
  for (const training of facts.trainings) {
    const offering = offerings.find(({ id }) => id === training.offering)
    reasons.push(
      ...(offering ? ofTraining(training, offering, today) : [{ why: 'trainingGone', training: training.title } as const]),
    )
  }
  if (isProfileChanged) reasons.push({ why: 'profileChanged' })
  return reasons.length > 0 ? reasons : [{ why: 'conditions' }]
}

function ofTraining({ title, from, feeEuro }: TrainingFacts, { facts }: OfferingRecord, today: DateText): GoneReason[] {
  const reasons: GoneReason[] = []
  const open = facts.starts.filter(({ date, enrolUntil }) => (enrolUntil ?? date) >= today)
  if (open.length === 0 && !facts.rolling) reasons.push({ why: 'startPassed', training: title, start: from })
  else if (open.length > 0 && open.every(({ seats }) => seats === 0)) reasons.push({ why: 'noSeats', training: title })
  if (facts.feeEuro !== undefined && facts.feeEuro > feeEuro) {
    reasons.push({ why: 'dearer', training: title, before: feeEuro, after: facts.feeEuro })
  }
  return reasons
}
