import type { Preference } from '../engine/planning/index.ts'
import type { Profile } from '../modules/people/index.ts'
import type { Asked } from '../modules/planning/index.ts'
import type { Language } from '../modules/skills/index.ts'
import type { SiteContext } from './context.ts'
import { type Draft, loadDraft } from './draft.ts'
import { languageOfPath, pageUrl } from './paths.ts'
import { readTrial, type Trial } from './trial.ts'

/** Everything a page about plans is asked with: who, what is tried, and towards what. */
export interface PageQuestion {
  readonly language: Language
  readonly url: URL
  readonly draft: Draft
  readonly trial: Trial
  readonly preference: Preference
  readonly asked: Asked
  /** The goal as the query names it: an occupation, `all`, or undefined for that of the profile. */
  readonly goal?: string
}

const preferences: readonly Preference[] = ['balanced', 'soonest', 'cheapest', 'surest']

export async function readQuestion(site: SiteContext, request: Request): Promise<PageQuestion> {
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const draft = await loadDraft(site, request)
  const trial = readTrial(draft.profile, url.searchParams)
  const preference = preferences.find((one) => one === url.searchParams.get('prefer')) ?? trial.profile.preference ?? 'balanced'
  const goal = url.searchParams.get('goal') ?? undefined
  return {
    language,
    url,
    draft,
    trial,
    preference,
    asked: { profile: withGoal(trial.profile, goal), language, preference, signal: request.signal },
    ...(goal ? { goal } : {}),
  }
}

function withGoal(profile: Profile, goal: string | undefined): Profile {
  if (!goal) return profile
  const { goal: own, ...rest } = profile
  const regions = own?.regions === undefined ? {} : { regions: own.regions }
  return goal === 'all' ? rest : { ...rest, goal: { occupations: [goal], ...regions } }
}

/** What must stay in links to another page: what is being tried. */
export function trialQuery(trial: Trial): string {
  return trial.tried.length === 0 ? '' : `?${new URLSearchParams(trial.tried.map(([name, value]) => [name, value]))}`
}
