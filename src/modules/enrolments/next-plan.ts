import type { Profile } from '../people/index.ts'
import type { Planner } from '../planning/index.ts'
import type { Language } from '../skills/index.ts'
import type { NextPlan } from './enrolment.ts'

/** A no is written down in a moment, also when everything is busy: then it comes without a plan, and with a link to all of them. */
const mostWaitMs = 3_000

/** The best plan of somebody by their own goal and preference that does not go through this programme. */
export async function nextPlanWithout(
  planner: Pick<Planner, 'plans'>,
  profile: Profile,
  withoutProgramme: string,
  language: Language,
): Promise<NextPlan | undefined> {
  const { groups } = await planner.plans({ profile, language, signal: AbortSignal.timeout(mostWaitMs) })
  const plan = groups
    .map(({ best }) => best)
    .find(({ steps }) => !steps.some((step) => step.kind === 'training' && step.training.programme === withoutProgramme))
  return plan && { plan: plan.id, title: plan.vacancy.title, employer: plan.vacancy.employer, readyOn: plan.readyOn }
}
