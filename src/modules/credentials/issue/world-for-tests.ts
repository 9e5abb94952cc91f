/** A small world for tests of badges: an educator, an employer, one that was not checked, people, and a clock that goes by hand. */
import { actAs, createIds, type Database } from '../../../platform/index.ts'
import type { NewMail } from '../../mail/index.ts'
import type { Actor, OrganisationKind, Role } from '../../permissions/index.ts'
import type { AskedBadge } from './achievement.ts'
import { type Badges, createBadges } from './create-badges.ts'

export interface BadgeWorld {
  readonly db: Database
  readonly badges: Badges
  readonly site: { readonly url: string; readonly isPublic: boolean }
  /** Owner and assessor of the educator; practice supervisor of the employer; owner of the one that was not checked. */
  readonly owner: Actor
  readonly assessor: Actor
  readonly supervisor: Actor
  readonly unchecked: Actor
  /** Who learns, and somebody else. */
  readonly tess: Actor
  readonly joost: Actor
  readonly mails: NewMail<'badge-offered'>[]
  /** It is this moment now. */
  passTo(moment: string): void
  /** As another installation with these secrets. */
  withSecrets(secrets: readonly string[]): Badges
  /** What is known of an organisation changes. */
  set(organisation: string, changed: Readonly<Record<string, unknown>>): void
}

const organisations = [
  ['school', 'Leerhuis (demo)', 'educator', 'register'],
  ['firm', 'Bedrijf (demo)', 'employer', 'domain'],
  ['new', 'Nieuw (demo)', 'educator', 'unverified'],
  ['region', 'Regio (demo)', 'region', 'register'],
] as const
const accounts = ['olga', 'assa', 'sven', 'nina', 'tess', 'joost'] as const

export const askedBadge: AskedBadge = {
  about: { kind: 'unit', ref: 'linux' },
  title: { nl: 'Linux beheren', en: 'Looking after Linux' },
  description: 'Wie dit heeft, beheert een server.',
  criteria: 'Drie opdrachten, gezien door een docent.',
  credits: 5,
  alignments: [
    {
      framework: 'ESCO',
      name: 'Linux beheren',
      url: 'http://data.europa.eu/esco/skill/93a68dcb-3dc6-4dbe-b2a9-8c1a3a4a9b5c',
    },
    { framework: 'NLQF', name: 'NLQF 5', url: 'https://www.nlqf.nl/', code: '5' },
  ],
  evidence: [{ description: 'Verslag', hash: 'a3'.repeat(32) }],
}

export async function badgeWorld(db: Database): Promise<BadgeWorld> {
  let now = Date.parse('2026-11-30T09:00:00Z')
  const clock = { now: () => now }
  const mails: NewMail<'badge-offered'>[] = []
  const known = new Map(
    organisations.map(([id, name, kind, verification]) => [
      id as string,
      { id, name, kind, verification, demo: false, closed: false, isAwaited: false } as Record<string, unknown>,
    ]),
  )
  await actAs(db, { task: 'test' }, async (inside) => {
    for (const [id, name, kind, verification] of organisations) {
      await inside.query(
        'insert into organisation (id, name, kind, verification, created_at, opened_at) values ($1, $2, $3, $4, now(), now())',
        [id, name, kind, verification],
      )
    }
    for (const id of accounts) {
      await inside.query(
        'insert into account (id, email, email_folded, name, created_at, seen_on) values ($1, $2, lower($2), $3, now(), current_date)',
        [id, `${id[0]?.toUpperCase()}${id.slice(1)}@example.nl`, `Name of ${id}`],
      )
    }
  })
  const site = { url: 'https://schakel.example:8443', isPublic: true }
  const make = (secrets: readonly string[]): Badges =>
    createBadges({
      ...{ db, clock, ids: createIds(clock), site, secrets },
      organisations: { find: async (id) => known.get(id) as never },
      mail: { write: async (_inside, message) => void mails.push(message as never) },
      awardOf: async (_inside, placement, award) =>
        placement === 'placement' && award === 'award'
          ? {
              person: 'joost',
              school: 'school',
              unit: 'u1',
              title: { nl: 'Netwerken', en: 'Networks' },
              credits: 4,
              activities: 3,
            }
          : undefined,
      completedOf: async (_inside, enrolment) =>
        enrolment === 'enrolment'
          ? { person: 'joost', school: 'school', programme: 'p1', title: { nl: 'Beheer', en: 'Administration' } }
          : undefined,
      practiceOf: async (_inside, placement) =>
        placement === 'placement'
          ? {
              ...{ person: 'joost', school: 'school', employer: 'firm', confirmedHours: 611.5 },
              title: { nl: 'Beheer', en: 'Administration' },
            }
          : undefined,
      openAt: (language, badge) => `/${language}/bewijs/${badge}`,
    })
  const member = (account: string, organisation: string, kind: OrganisationKind, roles: readonly Role[]): Actor => ({
    ...{ kind: 'account', account, session: account, administrator: false, memberships: [{ organisation, kind, roles }] },
  })
  const person = (account: string): Actor => ({
    ...{ kind: 'account', account, session: account, administrator: false, memberships: [] },
  })
  return {
    ...{ db, site, mails, badges: make(['a secret of this test']), withSecrets: make },
    owner: member('olga', 'school', 'educator', ['owner']),
    assessor: member('assa', 'school', 'educator', ['assessor']),
    supervisor: member('sven', 'firm', 'employer', ['practiceSupervisor']),
    unchecked: member('nina', 'new', 'educator', ['owner']),
    tess: person('tess'),
    joost: person('joost'),
    passTo(moment) {
      now = Date.parse(moment)
    },
    set(organisation, changed) {
      known.set(organisation, { ...known.get(organisation), ...changed })
    },
  }
}
