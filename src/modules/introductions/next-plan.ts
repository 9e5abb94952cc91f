import type { Profile } from '../people/index.ts'
import type { Planner } from '../planning/index.ts'
import type { Language } from '../skills/index.ts'
import type { NextPlan } from './introduction.ts'

/** A no is written down in a moment, also when everything is busy: then it comes without a plan, and with a link to all of them. */
const mostWaitMs = 3_000

/** The best plan of somebody by their own goal and preference that does not end in this vacancy. */
export async function nextPlanOf(
  planner: Pick<Planner, 'plans'>,
  profile: Profile,
  withoutVacancy: string,
  language: Language,
): Promise<NextPlan | undefined> {
  const { groups } = await planner.plans({ profile, language, signal: AbortSignal.timeout(mostWaitMs) })
  const plan = groups.map(({ best }) => best).find(({ vacancy }) => vacancy.id !== withoutVacancy)
  return plan && { plan: plan.id, title: plan.vacancy.title, employer: plan.vacancy.employer, readyOn: plan.readyOn }
}
