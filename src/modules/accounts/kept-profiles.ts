import { type ActingDatabase, actAs, type Clock, type Database, type Ids } from '../../platform/index.ts'
import { changedMeanwhile, type People, type Profile, parseProfile } from '../people/index.ts'
import { actingAs } from '../permissions/index.ts'
import type { Accounts, ProfileHook } from './accounts.ts'
import { keptProfileStore } from './kept-profile-store.ts'
import { selfOf } from './self.ts'

export interface KeptProfiles
  extends Pick<Accounts, 'profileOf' | 'saveProfile' | 'removeProfile' | 'onProfileChange' | 'joinPool' | 'leavePool'> {
  find(inside: ActingDatabase, account: string): Promise<Profile | undefined>
  keep(inside: ActingDatabase, account: string, profile: Profile): Promise<void>
  drop(inside: ActingDatabase, account: string): Promise<void>
}

export interface KeptProfilesParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly people: Pick<People, 'putInPool' | 'leavePool'>
  /** The labour-market region of a profile, as far as it tells one. */
  readonly regionOf: (profile: Profile) => string | undefined
  /** What is proven of somebody's skills now. Left out: what the profile says of it stands. */
  readonly provenOf?: ((inside: ActingDatabase, account: string) => Promise<ProvenSkills>) | undefined
}

export type ProvenSkills = Readonly<Record<string, 'evidenced' | 'verified'>>

/** The profiles that accounts keep, and what follows from them: the row of the statistics pool, and what others hooked on. */
export function createKeptProfiles({ db, clock, ids, people, regionOf, provenOf }: KeptProfilesParts): KeptProfiles {
  const hooks: ProfileHook[] = []
  const runHooks = async (inside: ActingDatabase, account: string, profile: Profile | undefined): Promise<void> => {
    for (const hook of hooks) await hook(inside, { account, profile })
  }
  const putInPool = (inside: ActingDatabase, id: string, profile: Profile): Promise<void> =>
    people.putInPool([{ id, demo: false, region: regionOf(profile), profile }], inside)

  async function keep(inside: ActingDatabase, account: string, given: Profile): Promise<void> {
    const profile = provenOf ? withProven(given, await provenOf(inside, account)) : given
    const poolId = await keptProfileStore.save(inside, account, profile, clock.now())
    if (poolId !== undefined) await putInPool(inside, poolId, profile)
    await runHooks(inside, account, profile)
  }

  async function leavePool(inside: ActingDatabase, account: string): Promise<void> {
    const kept = await keptProfileStore.find(inside, account)
    if (kept?.poolId === undefined) return
    await people.leavePool([kept.poolId], inside)
    await keptProfileStore.setPoolId(inside, account, undefined)
  }

  async function drop(inside: ActingDatabase, account: string): Promise<void> {
    await leavePool(inside, account)
    await keptProfileStore.remove(inside, account)
    await runHooks(inside, account, undefined)
  }

  return {
    keep,
    drop,
    find: async (inside, account) => (await keptProfileStore.find(inside, account))?.profile,
    async profileOf(actor) {
      const { account } = selfOf(actor, 'profile.read')
      return actAs(db, actingAs(actor), async (inside) => (await keptProfileStore.find(inside, account))?.profile)
    },
    async saveProfile(actor, profile, change) {
      const { account } = selfOf(actor, 'profile.change')
      const parsed = parseProfile(profile)
      await actAs(db, actingAs(actor), async (inside) => {
        if (change && !(await keptProfileStore.isStill(inside, account, change.before))) throw changedMeanwhile()
        await keep(inside, account, parsed)
      })
    },
    async removeProfile(actor) {
      const { account } = selfOf(actor, 'profile.change')
      await actAs(db, actingAs(actor), (inside) => drop(inside, account))
    },
    onProfileChange: (hook) => void hooks.push(hook),
    async joinPool(inside, account) {
      const kept = await keptProfileStore.find(inside, account)
      if (kept === undefined || kept.poolId !== undefined) return
      // Chance, not the account's id: nobody can tell from the pool whose row it is.
      const poolId = ids.token()
      await keptProfileStore.setPoolId(inside, account, poolId)
      await putInPool(inside, poolId, kept.profile)
    },
    leavePool,
  }
}

/** Nobody proves a skill by saying so: what a kept profile says of evidence is what credentials prove of skills that it names. */
function withProven({ evidence: _said, ...profile }: Profile, proven: ProvenSkills): Profile {
  const named = Object.entries(proven).filter(([skill]) => (profile.answers[skill] ?? 'no') !== 'no')
  return named.length === 0 ? profile : { ...profile, evidence: Object.fromEntries(named) }
}
