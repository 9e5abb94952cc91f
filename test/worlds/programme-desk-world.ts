/** An educator with a desk of programmes, another one, and an employer, on one database: for tests. */
import { expect } from 'vitest'
import { createModules, type Modules } from '../../src/modules/index.ts'
import type { AccountActor, Actor, KeyActor, Role } from '../../src/modules/permissions/index.ts'
import type { ProgrammeDesk, ProgrammeRefusalReason } from '../../src/modules/programme-desk/index.ts'
import { actAs, createIds, type Database } from '../../src/platform/index.ts'
import { type FreshDatabase, silentLog } from '../databases.ts'

export const member = (
  account: string,
  organisation: string,
  roles: readonly Role[],
  kind: 'educator' | 'employer' = 'educator',
): AccountActor => ({
  ...{ kind: 'account', account, session: `s-${account}`, administrator: false },
  memberships: [{ organisation, kind, roles }],
})
export const coach = member('coach', 'brug', ['studyCoach'])
export const assessor = member('assessor', 'brug', ['assessor'])
export const eve = member('eve', 'ander', ['owner'])
export const boss = member('boss', 'keiland', ['owner'], 'employer')
export const key = (scopes: KeyActor['scopes']): Actor => ({
  ...{ kind: 'key', key: 'key1', organisation: 'brug', organisationKind: 'educator' },
  scopes,
})

export const at = (programme: string) => ({ organisation: 'brug', programme })
export const refusal = (reason: ProgrammeRefusalReason) => expect.objectContaining({ name: 'Conflict', reason })
export const made = { title: { nl: 'Linux' }, description: { nl: 'Je leert Linux.' }, weeks: 10, hoursPerWeek: 8 }
export const ids = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id)

export interface DeskWorld {
  readonly db: Database
  readonly modules: Modules
  readonly desk: ProgrammeDesk
  /** Milliseconds since 1970. */
  now(): number
  pass(milliseconds: number): void
  asTest<T>(work: Parameters<typeof actAs<T>>[2]): Promise<T>
  /** What plans are made of, a quarter of a second later. */
  resident(): ReturnType<Modules['residents']['current']>
  /** Whether a programme is in lists and the index: in all of them, or in none. */
  isSeen(id: string): Promise<boolean>
}

export async function deskWorld({ open }: FreshDatabase): Promise<DeskWorld> {
  const db = await open()
  let now = Date.parse('2026-11-30T09:00:00Z')
  const clock = { now: () => now }
  const modules = await createModules({ db, clock, ids: createIds(clock), log: silentLog })
  await modules.skills.loadStarter('data/vocabulary')
  await modules.rules.load()
  const asTest = <T>(work: Parameters<typeof actAs<T>>[2]) => actAs(db, { task: 'test' }, work)
  await asTest(async (inside) => {
    await inside.query(
      `insert into account (id, email, email_folded, created_at, seen_on)
       select id, id || '@example.nl', id || '@example.nl', now(), current_date from unnest(array['coach', 'assessor', 'eve', 'boss']) as id`,
    )
    await inside.query(
      `insert into organisation (id, name, kind, created_at, opened_at) values ('brug', 'Leerhuis De Brug (demo)', 'educator', now(), now()),
       ('ander', 'Ander Leerhuis (demo)', 'educator', now(), now()), ('keiland', 'Keiland ICT (demo)', 'employer', now(), now())`,
    )
    await inside.query(
      `insert into api_key (id, organisation, name, secret_hash, scopes, created_at, expires_at)
       values ('key1', 'brug', 'k', 'x', array['programmes:write'], now(), now() + interval '1 year')`,
    )
  })
  const resident = () => {
    now += 250
    return modules.residents.current()
  }
  return {
    ...{ db, modules, desk: modules.programmeDesk, now: () => now, asTest, resident },
    pass(milliseconds) {
      now += milliseconds
    },
    async isSeen(id) {
      const { trainings } = modules
      const seen = [
        ids((await trainings.listProgrammes({ limit: 200 })).items).includes(id),
        ids((await trainings.all()).programmes).includes(id),
        ids((await trainings.ofIds({ offerings: [], programmes: [id] })).programmes).includes(id),
        (await resident()).programmes.has(id),
      ]
      expect(new Set(seen).size).toBe(1)
      return seen[0] === true
    },
  }
}
