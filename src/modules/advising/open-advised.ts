import { createHash } from 'node:crypto'
import { type ActingDatabase, type Clock, type Ids, todayInAmsterdam } from '../../platform/index.ts'
import type { DecisionEntry } from '../decision-log/index.ts'
import type { Profile } from '../people/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { Planner, PlansView, PlanView } from '../planning/index.ts'
import {
  type AdviceSide,
  type Advised,
  type AdvisedIntroduction,
  type AdvisedKeptPlan,
  type AdvisedView,
  mostAdvisedPlans,
} from './advice.ts'
import type { AdviceAsked } from './advising.ts'
import { listNotes } from './note-store.ts'
import { asProgram, type WorkParts, withAdvised } from './work.ts'

export interface OpenParts extends WorkParts {
  readonly clock: Clock
  readonly ids: Ids
  readonly planning: Pick<Planner, 'plans' | 'findPlan'>
  readonly profileOf: (program: ActingDatabase, account: string) => Promise<Profile | undefined>
  readonly keptPlansOf: (program: ActingDatabase, account: string) => Promise<readonly AdvisedKeptPlan[]>
  readonly introductionsOf: (program: ActingDatabase, account: string) => Promise<readonly AdvisedIntroduction[]>
  readonly record: (inside: ActingDatabase, entry: DecisionEntry) => Promise<void>
  readonly versions: () => Promise<DecisionEntry['versions']>
}

interface Read {
  readonly one: Advised
  readonly side: AdviceSide
  readonly profile: Profile | undefined
  readonly keptPlans: readonly AdvisedKeptPlan[]
  readonly introductions: readonly AdvisedIntroduction[]
}

/**
 * What an adviser sees of a person. The rows are read in one transaction and the plans are asked outside it, since an engine may be waited for; then it
 * is asked again whether it may be shown, and that it was shown is written down.
 */
export async function openAdvised(parts: OpenParts, actor: Actor, handle: string, asked: AdviceAsked): Promise<AdvisedView> {
  const read = await withAdvised(parts, actor, 'advice.read', handle, (at) => readRows(parts, at.inside, at.one, at.side))
  // What ended is for the person alone, and of that only the notes.
  const profile = read.one.endedAt === undefined ? read.profile : undefined
  const { plans, compared } = profile ? await plansFor(parts, profile, asked) : { plans: undefined, compared: [] }
  const versions = await parts.versions()
  const notes = await withAdvised(parts, actor, 'advice.read', handle, async ({ inside, one, side }) => {
    if (side === 'adviser') {
      const [what, shown] = [whatWasShown(read, plans, compared), profile]
      for (const entry of entriesFor(actor, one, shown, what, versions)) await parts.record(inside, entry)
    }
    return listNotes(inside, one)
  })
  const { organisation, since, endedAt } = read.one
  return {
    ...{ side: read.side, handle, organisation, since, compared, notes, today: todayInAmsterdam(parts.clock.now()) },
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(profile ? { profile, plans } : {}),
    keptPlans: endedAt === undefined ? read.keptPlans : [],
    introductions: endedAt === undefined ? read.introductions : [],
  }
}

function readRows(parts: OpenParts, inside: ActingDatabase, one: Advised, side: AdviceSide): Promise<Read> {
  return asProgram(inside, async (program) => ({
    one,
    side,
    profile: await parts.profileOf(program, one.account),
    keptPlans: (await parts.keptPlansOf(program, one.account)).map(keptFor),
    introductions: (await parts.introductionsOf(program, one.account)).map(introductionFor),
  }))
}

/** Named one by one, so that nothing else comes along: not what the two wrote to each other, nor the number under which the other knows the person. */
function introductionFor(one: AdvisedIntroduction): AdvisedIntroduction {
  const { id, organisation, vacancy, vacancyTitle, state, proposedBy, waitsFor, dueOn, changedAt, endedAt } = one
  const { reason, reasonBy, adviserText } = one
  const standing = { state, proposedBy, waitsFor, dueOn, changedAt, endedAt }
  return { id, organisation, vacancy, vacancyTitle, ...standing, reason, reasonBy, adviserText }
}

const keptFor = ({ id, plan, facts, keptAt, news }: AdvisedKeptPlan): AdvisedKeptPlan => ({ id, plan, facts, keptAt, news })

/** The plans of the person's own page, and those that are laid side by side. @throws Busy */
async function plansFor(
  { planning }: OpenParts,
  profile: Profile,
  { language, compare = [], signal }: AdviceAsked,
): Promise<{ readonly plans: PlansView; readonly compared: readonly PlanView[] }> {
  const asked = { profile, language, signal, preference: profile.preference ?? 'balanced' }
  const plans = await planning.plans(asked)
  const compared: PlanView[] = []
  for (const id of [...new Set(compare)].slice(0, mostAdvisedPlans)) {
    const known = plans.groups.find(({ best }) => best.id === id)?.best
    const plan = known ?? (await planning.findPlan(asked, id).catch(unreadable))
    if (plan) compared.push(plan)
  }
  return { plans, compared }
}

/** An id that never was a plan's is answered like a plan that is gone. */
function unreadable(error: unknown): undefined {
  if (!(error instanceof Error && error.name === 'Invalid')) throw error
}

interface WasShown {
  readonly plans: readonly string[]
  readonly keptPlans: readonly string[]
  readonly introductions: readonly string[]
}

function whatWasShown(read: Read, plans: PlansView | undefined, compared: readonly PlanView[]): WasShown {
  const ids = [...(plans?.groups.map(({ best }) => best.id) ?? []), ...compared.map(({ id }) => id)]
  return {
    plans: [...new Set(ids)],
    keptPlans: read.keptPlans.map(({ plan }) => plan),
    introductions: read.introductions.map(({ id }) => id),
  }
}

/** Two lines for the person: the profile, and the plans with the introductions. What was shown of them goes when they erase. */
function entriesFor(
  actor: Actor,
  { account, organisation }: Advised,
  profile: Profile | undefined,
  { plans, keptPlans, introductions }: WasShown,
  versions: DecisionEntry['versions'],
): DecisionEntry[] {
  const by = { organisation, role: 'adviser' as const, ...(actor.kind === 'account' ? { account: actor.account } : {}) }
  const shared = { by, about: [account], inputHash: hashOf(profile), versions }
  return [
    ...(profile ? [{ ...shared, what: 'profile-shown' as const, payload: { for: 'advice' } }] : []),
    {
      ...shared,
      what: 'plans-read' as const,
      payload: { plans: plans.length, keptPlans: keptPlans.length, introductions: introductions.length },
      shown: { [account]: { plans, keptPlans, introductions } },
      kinds: introductions.length > 0 ? (['plans', 'introductions'] as const) : (['plans'] as const),
    },
  ]
}

const hashOf = (profile: Profile | undefined): string =>
  profile === undefined ? '' : createHash('sha256').update(JSON.stringify(profile)).digest('base64url')
