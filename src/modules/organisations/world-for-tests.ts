import { actAs, createIds, type Database } from '../../platform/index.ts'
import type { AccountActor } from '../permissions/index.ts'
import { createOrganisations } from './create-organisations.ts'
import type { OrganisationMail } from './mail.ts'
import type { Organisations } from './organisations.ts'

export const dayMs = 86_400_000
export const start = Date.UTC(2026, 10, 25, 12)
export const pages = { language: 'nl' as const, openAt: '/nl/organisaties/uitnodiging' }

export interface OrganisationsWorld {
  readonly db: Database
  readonly organisations: Organisations
  readonly time: { now: number }
  /** What was written, in order. */
  readonly mailed: OrganisationMail[]
  /** The secret in the link of the latest mail. */
  lastCode(): string
  /** Makes an account `<name>@example.nl`; once. */
  person(name: string, more?: { readonly administrator?: boolean; readonly demo?: boolean }): Promise<void>
  /** That account as it acts now, with the memberships it has now. */
  actor(name: string): Promise<AccountActor>
  /** An organisation with this owner. */
  founded(owner: string, fields?: Partial<Parameters<Organisations['create']>[1]>): Promise<string>
  /** The same, and its KvK number was looked up. */
  verified(owner: string, kind: 'region' | 'branch' | 'employer', registerNumber: string): Promise<string>
  /** Makes somebody a member by an invitation. */
  joined(owner: string, organisation: string, name: string, roles: Parameters<Organisations['changeRoles']>[3]): Promise<void>
}

/** Organisations on an empty record, with a clock that can be set and a mailbox that holds what was written. */
export async function organisationsWorld(db: Database): Promise<OrganisationsWorld> {
  const time = { now: start }
  const clock = { now: () => time.now }
  const mailed: OrganisationMail[] = []
  const organisations = createOrganisations({
    db,
    clock,
    ids: createIds(clock),
    regions: {
      findMunicipality: (name) => (name === 'Utrecht' ? { code: 'GM0344', name, region: 'AM18', at: [52.09, 5.12] } : undefined),
    },
    writeMail: async (_inside, message) => {
      mailed.push(message)
    },
  })
  const administrators = new Set<string>()
  const lastCode = (): string => {
    const data = mailed.at(-1)?.data
    return data ? (new URL(data.path, 'http://site').searchParams.get('code') ?? '') : ''
  }
  const world: OrganisationsWorld = {
    db,
    organisations,
    time,
    mailed,
    lastCode,
    person: async (name, { administrator = false, demo = false } = {}) => {
      if (administrator) administrators.add(name)
      const email = demo ? `${name}@demo.example` : `${name}@example.nl`
      await actAs(db, { task: 'test' }, (inside) =>
        inside.query(
          `insert into account (id, email, email_folded, name, administrator, demo, created_at, seen_on)
           values ($1, $2, $2, $1, $3, $4, now(), current_date) on conflict do nothing`,
          [name, email, administrator, demo],
        ),
      )
    },
    async actor(name) {
      const memberships = await actAs(db, { task: 'test' }, (inside) => organisations.membershipsOf(inside, name))
      return {
        kind: 'account',
        account: name,
        session: `session of ${name}`,
        administrator: administrators.has(name),
        memberships,
      }
    },
    async founded(owner, fields) {
      await world.person(owner)
      return organisations.create(await world.actor(owner), { name: `${owner} BV`, kind: 'employer', ...fields })
    },
    async verified(owner, kind, registerNumber) {
      const id = await world.founded(owner, { name: `${owner} ${kind}`, kind, registerNumber })
      await world.person('admin', { administrator: true })
      await organisations.verify(await world.actor('admin'), id, 'checked')
      return id
    },
    async joined(owner, organisation, name, roles) {
      await world.person(name)
      await organisations.invite(await world.actor(owner), organisation, { ...pages, email: `${name}@example.nl`, roles })
      await organisations.accept(await world.actor(name), lastCode())
    },
  }
  return world
}
