import type { Preference } from '../../engine/planning/index.ts'
import type { Profile } from '../people/index.ts'
import type { Language } from '../skills/index.ts'
import type { DoorsView, MatchesView, PlansView, PlanView, StepView, WhyNotView } from './views.ts'

/** What is asked: who, in which language, towards what. */
export interface Asked {
  readonly profile: Profile
  readonly language: Language
  readonly preference?: Preference
  /** Left out: the profile's own goal; without one, everything. */
  readonly goal?: {
    readonly vacancies?: readonly string[]
    readonly occupations?: readonly string[]
    readonly regions?: readonly string[]
  }
  /** Aborts when whoever asks has left: then nobody computes on. */
  readonly signal?: AbortSignal | undefined
}

/**
 * The planner's answers. The site, the API and the command line all ask here, so they say the same. Each throws Busy when more is asked
 * than can be answered in time.
 */
export interface Planner {
  /** Plans to a goal; without any goal the best list (one plan per vacancy), since over all jobs the front collapses. */
  plans(asked: Asked): Promise<PlansView>
  /** One plan again, by its id; undefined when it no longer exists for this profile and today's data. */
  findPlan(asked: Asked, planId: string): Promise<PlanView | undefined>
  doors(asked: Asked): Promise<DoorsView>
  matches(asked: Asked & { readonly limit?: number }): Promise<MatchesView>
  /** What the next step of each term and limit opens, with training. Slower than plans: for who rests on a page. */
  steps(asked: Asked): Promise<readonly StepView[]>
  /** @throws NotFound when the vacancy is not published. */
  whyNot(asked: Asked, vacancyId: string): Promise<WhyNotView>
  /** How many published vacancies ask each skill that any asks. */
  skillsAsked(options?: { readonly signal?: AbortSignal | undefined }): Promise<ReadonlyMap<string, number>>
}
