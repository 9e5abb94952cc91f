/** Two servers on one record: whatever is changed through the one is in the answers of both. */
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createModules, type Modules } from '../../src/modules/index.ts'
import type { VacancyRecord } from '../../src/modules/vacancies/index.ts'
import { actAs, createIds, type Database, systemClock } from '../../src/platform/index.ts'
import { freshDatabases, silentLog } from '../databases.ts'

let db: Database
let servers: Modules[]
let folder: string
const logged: string[] = []

async function start(index: number): Promise<Modules> {
  const note = (message: string, more?: object): void => void logged.push(`${message} ${JSON.stringify(more)}`)
  const snapshots = { folder: join(folder, String(index)), program: 'test' }
  return createModules({
    ...{ db, clock: systemClock, ids: createIds(systemClock), log: { ...silentLog, warn: note, error: note } },
    engines: { workers: 1, waiting: 20, milliseconds: 60_000, snapshots },
  })
}

beforeAll(async () => {
  db = (await freshDatabases()[0]?.open()) ?? expect.fail('there is no database to test on')
  folder = await mkdtemp(join(tmpdir(), 'schakel-following-'))
  servers = [await start(0), await start(1)]
  const [one] = servers
  await one?.skills.loadStarter(new URL('../../data/vocabulary/', import.meta.url).pathname)
  await one?.rules.load()
  await one?.demo.reset({ size: { vacancies: 200, programmes: 30, offerings: 90, people: 1000 } })
})
afterAll(async () => {
  for (const { engines } of servers) await engines.close()
  await db.close()
})

const profile = { occupations: [], answers: {} }
const asked = { profile, language: 'en' as const }

/** Until every server answers so; it fails when one never does. */
async function allSee(look: (server: Modules) => Promise<unknown>, wanted: unknown): Promise<void> {
  await vi.waitFor(async () => expect(await Promise.all(servers.map(look))).toEqual(servers.map(() => wanted)), {
    timeout: 60_000,
    interval: 50,
  })
}

const vacanciesIn = async ({ planning }: Modules): Promise<number> => (await planning.matches(asked)).eligible[1]
const isOpen =
  (id: string) =>
  async ({ planning }: Modules): Promise<boolean> =>
    planning.whyNot(asked, id).then(
      () => true,
      () => false,
    )
const counted =
  (id: string) =>
  async ({ poolEffects }: Modules): Promise<number | undefined> =>
    (await poolEffects.effect({ vacancy: id, language: 'en' })).counts?.pool

test('a vacancy that is published, changed or closed', async () => {
  const [one, other] = servers as [Modules, Modules]
  const [like] = await one.vacancies.allPublished()
  const before = await vacanciesIn(one)
  const put = { ...(like as VacancyRecord), id: 'just-published', facts: {} }
  await one.vacancies.insertMany([put])
  await allSee(isOpen(put.id), true)
  await allSee(vacanciesIn, before + 1)
  const named = await one.planning.whyNot(asked, put.id)
  await other.vacancies.insertMany([{ ...put, requirements: [] }])
  await allSee(async ({ planning }) => (await planning.whyNot(asked, put.id)).skills.length, 0)
  expect(named.skills.length).toBeGreaterThan(0)
  await other.vacancies.insertMany([{ ...put, state: 'withdrawn' }])
  await allSee(isOpen(put.id), false)
})

test('an offering that appears or goes', async () => {
  const [one] = servers as [Modules]
  const offeringsOf = async ({ engines }: Modules): Promise<number> => (await engines.resident()).offerings.size
  const before = await offeringsOf(one)
  const { programmes, offerings } = await one.trainings.all()
  const [like] = offerings
  const programme = programmes.find(({ id }) => id === like?.programme)
  if (!like || !programme) throw new Error('there is an offering')
  await one.trainings.insertMany({ programmes: [programme], offerings: [{ ...like, id: 'just-offered' }] })
  await allSee(offeringsOf, before + 1)
  await db.query("delete from offering where id = 'just-offered'")
  await allSee(offeringsOf, before)
})

test('a person who joins the pool or leaves it; who left stands in no file', async () => {
  const [one, other] = servers as [Modules, Modules]
  const [vacancy] = (await one.vacancies.allPublished()).map(({ id }) => id)
  if (vacancy === undefined) throw new Error('there is a vacancy')
  await allSee(counted(vacancy), 1000)
  const joining = Array.from({ length: 20 }, (_, at) => ({ id: `joined-${at}`, demo: false, profile }))
  await one.people.putInPool(joining)
  await allSee(counted(vacancy), 1020)
  await other.engines.close()
  expect(await readdir(join(folder, '1'))).toEqual(['found.snapshot', 'people.snapshot', 'world.snapshot'])
  // It comes back with what it knew, and reads what happened meanwhile.
  await one.people.leavePool(joining.map(({ id }) => id))
  servers[1] = await start(1)
  await allSee(counted(vacancy), 1000)
  await vi.waitFor(async () => expect(await readdir(join(folder, '1'))).toEqual(['found.snapshot', 'world.snapshot']))
})

test('a person who is found or takes it back; who did stands in no file', async () => {
  const [one, other] = servers as [Modules, Modules]
  await db.query(
    `insert into account (id, email, email_folded, created_at, seen_on) values ('ada', 'a@example.nl', 'a@example.nl', now(), current_date)`,
  )
  /** A job that says nothing but skills, and somebody who has these. */
  const [like] = await one.vacancies.allPublished()
  const vacancy = 'asks-skills-only'
  await one.vacancies.insertMany([{ ...(like as VacancyRecord), id: vacancy, facts: {} }])
  const answers = Object.fromEntries((like?.requirements ?? []).map(({ skill }) => [skill, 4 as const]))
  const asTask = <T>(work: Parameters<typeof actAs<T>>[2]): Promise<T> => actAs(db, { task: 'test' }, work)
  await asTask((inside) => one.matchProfiles.publish(inside, 'ada', { occupations: [], answers }))
  const handle = await asTask((inside) => one.matchProfiles.handleOf(inside, 'ada'))
  const isFound = async ({ engines }: Modules): Promise<boolean | undefined> => {
    const { finding } = await engines.ask({ kind: 'peopleFor', vacancy, limits: { now: 1000, near: 1000 } })
    return finding?.now.some(({ person }) => person === handle)
  }
  await allSee(isFound, true)
  await other.engines.close()
  expect(await readdir(join(folder, '1'))).toContain('found.snapshot')
  servers[1] = await start(1)
  await allSee(isFound, true)
  await asTask((inside) => one.matchProfiles.withdraw(inside, 'ada'))
  await allSee(isFound, false)
  await vi.waitFor(async () => expect(await readdir(join(folder, '1'))).not.toContain('found.snapshot'))
})

test('a start without what was kept, or with what is damaged, answers the same', async () => {
  const before = await servers[0]?.planning.doors(asked)
  for (const { engines } of servers) await engines.close()
  expect(logged).toEqual([])
  servers = [await start(0), await start(2)]
  await allSee(async ({ planning }) => (await planning.doors(asked)).openNow, before?.openNow)
  expect(logged).toEqual([])
})

test('another taxonomy: all is built anew, and meanwhile the old answers', async () => {
  const [one] = servers as [Modules]
  const before = (await one.planning.matches(asked)).basis.data
  await db.query("update revision set number = number + 1 where area = 'skills'")
  expect((await one.planning.matches(asked)).basis.data).toBe(before)
  const skillsOf = (data: string): string | undefined => /skills \d+/.exec(data)?.[0]
  await vi.waitFor(
    async () => {
      for (const { planning } of servers) {
        const { data } = (await planning.matches(asked)).basis
        expect(skillsOf(data)).not.toBe(skillsOf(before))
      }
    },
    { timeout: 60_000 },
  )
  expect(logged).toEqual([])
})
