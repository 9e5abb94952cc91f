/** A record with people who keep plans, and new vacancies that come in: what a storm of kills is let loose on. */
import { join } from 'node:path'
import { z } from 'zod'
import { createModules, type Modules } from '../../src/modules/index.ts'
import { nightly } from '../../src/modules/jobs/index.ts'
import { type Profile, toEnginePerson } from '../../src/modules/people/index.ts'
import { actAs, createIds, type Database, migrate, openDatabase, systemClock } from '../../src/platform/index.ts'
import { silentLog } from '../databases.ts'

const vocabulary = join(import.meta.dirname, '../../data/vocabulary')
const smallWorld = { vacancies: 220, programmes: 40, offerings: 110, people: 400 }

export interface StormWorld {
  readonly db: Database
  readonly modules: Modules
  readonly accounts: readonly string[]
  readonly profiles: readonly Profile[]
  /** Publishes one more vacancy, like one that a kept plan leads to. @returns its id */
  publish(): Promise<string>
  /** Who should have been told of what, worked out anew by one calm process: `account vacancy`. */
  expectedAlerts(): Promise<readonly string[]>
  close(): Promise<void>
}

/** Fills an empty PostgreSQL. @param people who keep plans and want to hear of news */
export async function makeStormWorld(url: string, people: number, size = smallWorld): Promise<StormWorld> {
  const clock = systemClock
  const db = await openDatabase({ kind: 'postgresql', url }, silentLog)
  await migrate(db)
  const modules = await createModules({ db, clock, ids: createIds(clock), log: silentLog })
  await modules.skills.loadStarter(vocabulary)
  await modules.rules.load()
  await modules.initiatives.load()
  await modules.demo.reset({ size })
  const examples = (await modules.demo.profiles()).map(({ profile }) => profile)
  const accounts = Array.from({ length: people }, (_, number) => `storm-${String(number).padStart(4, '0')}`)
  const wanted = new Set<string>()
  const plansOf = new Map<Profile, readonly string[]>()
  for (const [number, account] of accounts.entries()) {
    const profile = examples[number % examples.length]
    if (!profile) throw new Error('there are example people')
    await addAccount(modules, db, account, profile)
    const actor = { kind: 'account', account, session: 's', administrator: false, memberships: [] } as const
    const plans = plansOf.get(profile) ?? (await bestPlans(modules, profile))
    plansOf.set(profile, plans)
    for (const plan of plans) {
      await modules.keptPlans.keep(actor, plan, { language: 'nl' })
      wanted.add(plan.split('~')[1] ?? '')
    }
    await modules.keptPlans.wantMail(actor, true)
    await modules.vacancyAlerts.want(actor, true)
  }
  const likes = await modules.vacancies.ofIds([...wanted])
  const published: string[] = []
  const today = new Date().toISOString().slice(0, 10)
  return {
    ...{ db, modules, accounts, profiles: examples },
    async publish() {
      const like = likes[published.length % likes.length]
      if (!like) throw new Error('there is a vacancy to be like')
      const id = `new-${String(published.length).padStart(5, '0')}`
      published.push(id)
      const { closesOn: _, organisation: __, ...rest } = like as typeof like & { closesOn?: string; organisation?: string }
      await modules.vacancies.insertMany([{ ...rest, id, title: `${like.title} ${id}`, publishedOn: today }])
      return id
    },
    async expectedAlerts() {
      // Whoever has the same profile keeps the same plans: asked once for each.
      const found = new Map<Profile, readonly string[]>()
      for (const profile of examples) {
        const account = accounts[examples.indexOf(profile)]
        if (account === undefined) continue
        const kept = await actAs(db, { task: 'test' }, (inside) => modules.keptPlans.of(inside, account))
        const person = toEnginePerson('you', profile, (place) => modules.regions.findPlace(place)?.at)
        const paths = kept.map(({ facts }) => facts.trainings.map(({ offering }) => offering))
        const { finding } = await modules.engines.ask({ kind: 'completed', person, vacancies: published, paths })
        found.set(
          profile,
          finding.map(({ vacancy }) => vacancy),
        )
      }
      return accounts
        .flatMap((account, number) => {
          const profile = examples[number % examples.length]
          return ((profile && found.get(profile)) ?? []).map((vacancy) => `${account} ${vacancy}`)
        })
        .sort()
    },
    async close() {
      await modules.engines.close()
      await db.close()
    },
  }
}

async function addAccount(modules: Modules, db: Database, account: string, profile: Profile): Promise<void> {
  await actAs(db, { task: 'test' }, async (inside) => {
    await inside.query(
      `insert into account (id, email, email_folded, language, created_at, seen_on) values ($1, $2, $2, 'nl', now(), current_date)`,
      [account, `${account}@post.example`],
    )
    await modules.accounts.putDemoProfile(inside, account, profile)
  })
}

/** At most two certain plans with a training in them, and the best of all. */
async function bestPlans({ planning }: Modules, profile: Profile): Promise<string[]> {
  const { groups } = await planning.plans({ profile, language: 'nl' })
  const best = groups.map((group) => group.best)
  const trained = best.filter(({ certain, steps }) => certain && steps.some(({ kind }) => kind === 'training')).slice(0, 2)
  return [...new Set([...trained, ...best.slice(0, 1)].map(({ id }) => id))]
}

/** From here on the database itself writes down which part is done: none may be twice. */
export async function watchParts(db: Database): Promise<void> {
  await db.runScript(`
    create table done_log (run text not null, part integer not null);
    create or replace function log_done() returns trigger language plpgsql as $$
    begin
      insert into done_log values (new.run, new.part);
      return null;
    end $$;
    create trigger log_done after update of state on job_part for each row
      when (old.state <> 'done' and new.state = 'done') execute function log_done();
    grant insert on done_log to public;`)
}

/** The night's comparison of made-up people takes a core for minutes, and nothing of it is shared: for tonight it counts as done. */
export async function leaveFairnessOut({ modules }: Pick<StormWorld, 'modules'>): Promise<void> {
  modules.jobs.add({
    name: 'fairness',
    payload: z.unknown(),
    opening: async () => ({ parts: [] }),
    work: async () => ({}),
  })
  await modules.jobs.open('fairness', nightly(4)(Date.now()))
}
