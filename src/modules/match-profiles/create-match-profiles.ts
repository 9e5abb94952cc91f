import { createHash } from 'node:crypto'
import {
  type ActingDatabase,
  actAs,
  asTask,
  type Clock,
  Conflict,
  type Database,
  type DateText,
  type Ids,
  todayInAmsterdam,
} from '../../platform/index.ts'
import type { Engines } from '../engines/index.ts'
import type { Profile } from '../people/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { RegionsService } from '../regions/index.ts'
import { createRules } from '../rules/index.ts'
import type { Language, Skills } from '../skills/index.ts'
import type { Vacancies } from '../vacancies/index.ts'
import { createAskCounter } from './ask-counter.ts'
import { closeRanks, coarsenAll, settleWaiting } from './coarsening.ts'
import { peopleForVacancy, type RecordShown } from './for-vacancy.ts'
import { foundProfileOf } from './found-profile.ts'
import type { MayList } from './list-limits.ts'
import type { CoarseningRules, MatchProfile, PeopleShown } from './match-profile.ts'
import { createMatchProfileStore, type FoundRow } from './match-profile-store.ts'

/** People who agreed to be found without a name, and what organisations see of them. */
export interface MatchProfiles {
  /**
   * From now on this person is found, or is found by what this profile says now. In the transaction of the consent or of the change, and by
   * nobody else: whether the person agreed is not asked here.
   */
  publish(inside: ActingDatabase, account: string, profile: Profile): Promise<void>
  /** From now on nobody finds this person: the number, the profile and what was shown are gone. No error where nothing was. */
  withdraw(inside: ActingDatabase, account: string): Promise<void>
  /** The number of somebody who is found. `inside` is the person's, or a task's. */
  handleOf(inside: ActingDatabase, account: string): Promise<string | undefined>
  /** Who a number is; undefined where nobody is found by it, or it is of the demo world. `inside` must be a task's: nobody else may know. */
  accountOf(inside: ActingDatabase, handle: string): Promise<string | undefined>
  /** What is shown of a number, to an organisation or to the person. Undefined where nobody is found by it any more. */
  find(inside: ActingDatabase, handle: string): Promise<MatchProfile | undefined>
  /** Gives those who came since a place among others who show the same; how many were looked at. In transactions of its own. */
  settle(): Promise<number>
  /** Looks at everybody anew. Returns how many people are found. In a transaction of its own. */
  coarsen(): Promise<number>
  /** The same once a day: who became many shows more again. */
  coarsenWhenDue(): Promise<number>
  /** The found people of the demo world, made of some of its pool; in the transaction of the demo world. */
  putDemo(inside: ActingDatabase): Promise<void>
  removeDemo(inside: ActingDatabase): Promise<void>
  /**
   * Who fits a vacancy of an organisation now, and who after one training. What was shown is written down in the decision log.
   * @throws SignInNeeded, Forbidden, NotFound by the permission table (`vacancy.people`); NotFound where the vacancy is not published
   * @throws Busy when more is asked than can be answered in time, or this organisation asked too often
   */
  forVacancy(
    actor: Actor,
    vacancy: string,
    language: Language,
    options?: {
      /** On whose desk the vacancy must be. */
      readonly organisation?: string | undefined
      readonly signal?: AbortSignal | undefined
    },
  ): Promise<PeopleShown>
}

export interface MatchProfilesParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly engines: Engines
  readonly skills: Pick<Skills, 'catalogue'>
  readonly vacancies: Pick<Vacancies, 'ofIds'>
  readonly regions: RegionsService
  readonly isDemo: () => Promise<boolean>
  /** Whose desk a vacancy is on; undefined: nobody's, as of one that was imported. */
  readonly organisationOf: (vacancy: string) => Promise<string | undefined>
  /** Asked before every list, after the permission: whether this organisation may have it now. */
  readonly mayList: MayList
  /** Writes down what was shown to whom, in the transaction in which it is shown. */
  readonly record: RecordShown
  /** Keeps orders by chance from being foreseen; never shown. */
  readonly secret: string
}

/** So many who came at once are a crowd of their own: everybody is looked at anew, rather than giving each a place among the others. */
const crowd = 100
/** Found people of the demo world: enough that cells of more than ten people come about. */
const demoFound = 400

/** Without a rule no group is large enough. */
const everybody = 1_000_000_000

export function createMatchProfiles(parts: MatchProfilesParts): MatchProfiles {
  const { db, clock, ids } = parts
  const store = createMatchProfileStore()
  const asks = createAskCounter(clock)
  let coarsenedOn: DateText | undefined
  const today = (): DateText => todayInAmsterdam(clock.now())

  async function coarsened(work: typeof settleWaiting): Promise<number> {
    // The taxonomy first: inside the transaction no other database may be asked. Not from the engines: this runs before a demo world is
    // loaded, and what begins to answer then would answer the first visitors without it.
    const catalogue = await parts.skills.catalogue()
    return actAs(db, { task: 'coarsen' }, async (inside) => {
      const rules = await rulesOf(inside, today())
      return work(inside, { store, rules, catalogue, regions: parts.regions, today: today() })
    })
  }

  async function settle(): Promise<number> {
    const waiting = await actAs(db, { task: 'coarsen' }, (inside) => store.waiting(inside, crowd))
    if (waiting.length === 0) return 0
    if (waiting.length >= crowd) return coarsened(coarsenAll)
    return coarsened(settleWaiting)
  }

  async function newHandle(task: ActingDatabase): Promise<string> {
    for (let tries = 0; tries < 60; tries++) {
      const handle = handleFrom(ids.token(), tries < 4 ? 4 : tries < 8 ? 5 : 6)
      if (await store.takeHandle(task, handle)) return handle
    }
    throw new Conflict('There are no numbers left for profiles without a name.')
  }

  /** The row that matching reads, and nothing shown yet that could single out. */
  async function put(task: ActingDatabase, handle: string, account: string, profile: Profile): Promise<void> {
    const kept = foundProfileOf(profile)
    const region = parts.regions.findPlace(kept)?.region
    await store.waitForOthers(task)
    const [before] = await store.shownOf(task, [handle])
    await store.putFound(
      task,
      [{ id: handle, account, demo: false, ...(region === undefined ? {} : { region }), profile: kept }],
      clock.now(),
    )
    await store.putShown(task, [{ handle, demo: false, cell: '', shown: { skills: [] } }])
    if (before) await closeRanks(task, { store, ...(await rulesOf(task, today())), today: today() }, before)
  }

  return {
    publish: (inside, account, profile) =>
      asTask(inside, 'match-profiles', async (task) => {
        const handle = (await store.handleOf(task, account)) ?? (await newHandle(task))
        await put(task, handle, account, profile)
      }),
    withdraw: (inside, account) =>
      asTask(inside, 'match-profiles', async (task) => {
        const handle = await store.handleOf(task, account)
        if (handle === undefined) return
        await store.waitForOthers(task)
        const [before] = await store.shownOf(task, [handle])
        await store.removeFound(task, handle)
        if (before) await closeRanks(task, { store, ...(await rulesOf(task, today())), today: today() }, before)
      }),
    handleOf: (inside, account) => store.handleOf(inside, account),
    accountOf: (inside, handle) => store.accountOf(inside, handle),
    find: async (inside, handle) => (await store.find(inside, [handle]))[0],
    settle,
    coarsen: () => coarsened(coarsenAll),
    async coarsenWhenDue() {
      if (coarsenedOn === today()) return 0
      coarsenedOn = today()
      return coarsened(coarsenAll)
    },
    async putDemo(inside) {
      const rows: FoundRow[] = []
      for (const [at, { region, profile }] of (await store.demoPeople(inside, demoFound)).entries()) {
        const found = { id: await newHandle(inside), demo: true, profile: withDemoEvidence(foundProfileOf(profile), at) }
        rows.push(region === undefined ? found : { ...found, region })
      }
      await store.putFound(inside, rows, clock.now())
      await store.putShown(
        inside,
        rows.map(({ id }) => ({ handle: id, demo: true, cell: '', shown: { skills: [] } })),
      )
    },
    removeDemo: async (inside) => void (await store.removeDemo(inside)),
    async forVacancy(actor, vacancy, language, { organisation, signal } = {}) {
      const { countAsk } = asks
      const all = { ...parts, store, settle, countAsk, rulesOf: (inside: ActingDatabase) => rulesOf(inside, today()) }
      return peopleForVacancy(all, { actor, vacancy, language, organisation, signal })
    },
  }
}

async function rulesOf(inside: ActingDatabase, today: DateText): Promise<CoarseningRules> {
  const rules = createRules({ db: inside })
  const [least, margin] = [await rules.find('anonymous-least-alike', today), await rules.find('anonymous-margin', today)]
  return {
    leastAlike: typeof least?.value === 'number' ? least.value : everybody,
    margin: typeof margin?.value === 'number' ? margin.value : 0,
  }
}

/** Some people of the demo have proof of something: a list without any would not show what proof looks like. */
function withDemoEvidence(profile: Profile, at: number): Profile {
  const skill = Object.entries(profile.answers).find(([, answer]) => answer !== 'no')?.[0]
  if (at % 3 !== 0 || skill === undefined) return profile
  return { ...profile, evidence: { [skill]: at % 2 === 0 ? 'verified' : 'evidenced' } }
}

/** A number of so many digits by chance: of a random token, and of nothing that belongs to a person. */
function handleFrom(token: string, digits: number): string {
  const least = 10 ** (digits - 1)
  const chance = createHash('sha256').update(token).digest().readUIntBE(0, 6)
  return String(least + (chance % (9 * least)))
}
