import {
  type ActingDatabase,
  actAs,
  Busy,
  type Clock,
  Conflict,
  type Database,
  type DateText,
  type Ids,
  Invalid,
  NotFound,
  todayInAmsterdam,
} from '../../platform/index.ts'
import type { Mail } from '../mail/index.ts'
import type { Profile } from '../people/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import type { RulesService } from '../rules/index.ts'
import type { Language } from '../skills/index.ts'
import { countKept } from './count-kept.ts'
import { countDue, keepHouse } from './keep-house.ts'
import type { KeptPlan, KeptPlanView } from './kept-plan.ts'
import {
  addKept,
  addWish,
  listKept,
  lockKept,
  removeKept,
  removeWish,
  saveNews,
  takeAsSeen,
  wantsMail,
} from './kept-plan-store.ts'
import { type AskedBy, everybody, type KeptPlans, mostCompared, mostKept } from './kept-plans.ts'
import { hashOf, type Looked, type LookingParts, lookAtPlan } from './look-at-plan.ts'
import { changesBetween, factsOf } from './plan-facts.ts'

export interface KeptPlansParts extends LookingParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly rules: Pick<RulesService, 'find'>
  readonly mail: Pick<Mail, 'write'>
  readonly profileOf: (inside: ActingDatabase, account: string) => Promise<Profile | undefined>
  /** Address of the page with somebody's plans, for messages. */
  readonly address: (language: Language) => string
}

export function createKeptPlans(parts: KeptPlansParts): KeptPlans {
  const { db, clock, ids, planning } = parts
  const today = (): DateText => todayInAmsterdam(clock.now())

  /** The actor's plans and profile, read before any engine is asked: in a transaction nothing else may be waited for. */
  async function ownOf(actor: Actor): Promise<Own> {
    const account = selfOf(actor, 'plan.read')
    return actAs(db, actingAs(actor), async (inside) => ({
      account,
      plans: await listKept(inside, account),
      profile: await parts.profileOf(inside, account),
    }))
  }

  async function oneOf(actor: Actor, id: string): Promise<{ readonly one: KeptPlan; readonly profile: Profile | undefined }> {
    const { plans, profile } = await ownOf(actor)
    const one = plans.find((plan) => plan.id === id)
    if (!one) throw new NotFound('kept plan', id)
    return { one, profile }
  }

  return {
    async keep(actor, plan, asked) {
      const account = selfOf(actor, 'plan.keep')
      const { profile } = await ownOf(actor)
      const found = profile && (await planning.findPlan({ profile, ...asked }, plan))
      if (!found) throw new Invalid('plan', 'This plan is none for your own profile, as it is now. Keep what you try first.')
      await actAs(db, actingAs(actor), async (inside) => {
        await lockKept(inside, account)
        const kept = await listKept(inside, account)
        if (kept.some((one) => one.plan === plan)) return
        if (kept.length >= mostKept) throw new Conflict(`You keep ${mostKept} plans. Take one away first.`)
        const now = clock.now()
        const row = {
          id: ids.next(),
          account,
          plan,
          facts: factsOf(found),
          profileHash: hashOf(profile),
          keptAt: now,
          checkedAt: now,
        }
        await addKept(inside, row)
      })
    },
    async isKept(actor, plan) {
      return (await ownOf(actor)).plans.some((one) => one.plan === plan)
    },
    count: async (actor) => (await ownOf(actor)).plans.length,
    async list(actor, asked) {
      const { account, plans, profile } = await ownOf(actor)
      const looked = await lookAtAll(parts, account, plans, { profile, ...asked }, today())
      return looked.map(viewOf)
    },
    async compare(actor, chosen, asked) {
      const { plans, profile } = await ownOf(actor)
      const some = plans.filter(({ id }) => chosen.includes(id)).slice(0, mostCompared)
      const found = []
      for (const { plan } of some) if (profile) found.push(await planning.findPlan({ profile, ...asked }, plan))
      return found.filter((plan) => plan !== undefined)
    },
    async seen(actor, id, asked) {
      const { one, profile } = await oneOf(actor, id)
      const plan = profile && (await planning.findPlan({ profile, ...asked }, one.plan))
      if (!plan) return
      await actAs(db, actingAs(actor), (inside) => takeAsSeen(inside, id, factsOf(plan), hashOf(profile)))
    },
    async remove(actor, id) {
      const account = selfOf(actor, 'plan.keep')
      const isGone = await actAs(db, actingAs(actor), (inside) => removeKept(inside, account, id))
      if (!isGone) throw new NotFound('kept plan', id)
    },
    async wantsMail(actor) {
      const account = selfOf(actor, 'plan.read')
      return actAs(db, actingAs(actor), (inside) => wantsMail(inside, account))
    },
    async wantMail(actor, want) {
      const account = selfOf(actor, 'plan.keep')
      await actAs(db, actingAs(actor), (inside) =>
        want ? addWish(inside, account, ids.token(), clock.now()) : removeWish(inside, account),
      )
    },
    countWith: (offerings) => countKept(parts, offerings),
    of: listKept,
    countDue: () => countDue(parts),
    keepHouse: (share = everybody, signal) =>
      keepHouse(parts, (account, plans, asking) => lookAtAll(parts, account, plans, asking, today()), share, signal),
  }
}

interface Own {
  readonly account: string
  readonly plans: readonly KeptPlan[]
  readonly profile: Profile | undefined
}

export type KeptPlanLooked = KeptPlan & { readonly isChecked: boolean }

/** Looks at plans one after the other, and writes down what was found. Once it is too busy the rest stays as it was known. */
async function lookAtAll(
  parts: KeptPlansParts,
  account: string,
  plans: readonly KeptPlan[],
  asking: AskedBy & { readonly profile: Profile | undefined },
  today: DateText,
): Promise<readonly KeptPlanLooked[]> {
  const looked: KeptPlanLooked[] = []
  let isBusy = false
  for (const one of plans) {
    const found: Looked | undefined = isBusy ? undefined : await lookAtPlan(parts, one, asking, today).catch(busyAsNothing)
    isBusy = found === undefined
    if (!found) {
      looked.push({ ...one, isChecked: false })
      continue
    }
    const at = parts.clock.now()
    await actAs(parts.db, { account, organisations: [] }, (inside) => saveNews(inside, one.id, { ...found, at }))
    looked.push({ ...one, news: found.news, newsOn: found.newsOn, checkedAt: at, isChecked: true })
  }
  return looked
}

function busyAsNothing(error: unknown): undefined {
  if (!(error instanceof Busy)) throw error
}

function viewOf({ id, plan, facts, keptAt, checkedAt, news, newsOn, isChecked }: KeptPlanLooked): KeptPlanView {
  return {
    ...{ id, plan, facts, keptAt, checkedAt, isChecked },
    ...(news === undefined ? {} : { news }),
    ...(newsOn === undefined ? {} : { newsOn }),
    state: news?.kind ?? 'same',
    changes: news?.kind === 'changed' ? changesBetween(facts, news.now) : [],
  }
}

/** Plans are always one's own here. @throws SignInNeeded, Forbidden, NotFound */
function selfOf(actor: Actor, action: 'plan.keep' | 'plan.read'): string {
  const account = actor.kind === 'account' ? actor.account : undefined
  permit(actor, action, { kind: 'kept plan', id: '', person: account })
  return account ?? ''
}
