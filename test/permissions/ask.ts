/** What a page or endpoint is asked about, and by whom. */
import {
  type Action,
  type Actor,
  type OrganisationKind,
  organisationKinds,
  permissions,
  roles,
  scopes,
} from '../../src/modules/permissions/index.ts'
import type { Facts } from './expected.ts'
import { administrator, adviser, type Org, orgOf, person, relations, sessionOf, type World } from './world.ts'

/** Somebody who asks. */
export interface Who {
  /** 'recruiter of public'. */
  readonly name: string
  readonly actor: Actor
  /** The kind of organisation whose three organisations are asked about. */
  readonly kind: OrganisationKind
  readonly headers: Readonly<Record<string, string>>
}

/** One request about one object. */
export interface Ask {
  readonly facts: Facts
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** Fields of the form, or of the JSON of an endpoint. */
  readonly body?: Readonly<Record<string, unknown>>
  /** A file of the form. */
  readonly file?: string
}

/** How a page's loader, a button or an endpoint is asked, by what the object is to who asks. */
export interface Case {
  readonly asks: (who: Who) => Readonly<Record<string, Ask>>
  /** Answers to who may, beside success, and why. */
  readonly also?: { readonly status: readonly number[]; readonly because: string }
  /** Tells who may not that there is nothing, also who has to do with it. */
  readonly hides?: { readonly because: string }
  /** What it does is kept, since it reads back what it wrote; it must not matter to other requests. */
  readonly keeps?: true
  /** Answers to who is signed in and may not, beside those of the table. */
  readonly deniedAs?: { readonly status: readonly number[]; readonly because: string }
}

const accountOf = ({ actor }: Who): string | undefined => (actor.kind === 'account' ? actor.account : undefined)

/** About what belongs to an organisation: one of the actor's, one of a colleague's only, another, and one that is not there. */
export const aboutOrganisation =
  (ask: (org: Org, who: Who) => Omit<Ask, 'facts'>) =>
  (who: Who): Readonly<Record<string, Ask>> =>
    Object.fromEntries(
      [...relations, 'missing' as const].map((relation) => {
        const org = orgOf(relation, who.kind)
        return [relation, { ...ask(org, who), facts: { exists: relation !== 'missing', organisation: org.id } }]
      }),
    )

/** The same, and with a thing of another organisation, or none, asked for in the name of the actor's own. */
export const aboutPartOf =
  (ask: (org: Org, part: Org, who: Who) => Omit<Ask, 'facts'>) =>
  (who: Who): Readonly<Record<string, Ask>> => {
    const own = orgOf('own', who.kind)
    const foreign = { exists: true, isPartMissing: true, organisation: own.id }
    return {
      ...aboutOrganisation((org) => ask(org, org, who))(who),
      'of a colleague, as one of the own organisation': { ...ask(own, orgOf('colleague', who.kind), who), facts: foreign },
      'of another, as one of the own organisation': { ...ask(own, orgOf('other', who.kind), who), facts: foreign },
      'that is not there, as one of the own organisation': { ...ask(own, orgOf('missing', who.kind), who), facts: foreign },
    }
  }

/** About the person who asks: the request names nobody. */
export const aboutOneself =
  (ask: Omit<Ask, 'facts'> = {}) =>
  (who: Who): Readonly<Record<string, Ask>> => ({ own: { ...ask, facts: { exists: true, person: accountOf(who) } } })

/** About the site itself: nobody's. */
export const aboutSite =
  (ask: Omit<Ask, 'facts'> = {}) =>
  (): Readonly<Record<string, Ask>> => ({ site: { ...ask, facts: { exists: true } } })

/** About a thing of a person: the actor's, a colleague's, somebody else's, and one that is not there. */
export const aboutThingOf =
  (ask: (account: string) => Omit<Ask, 'facts'>) =>
  (who: Who): Readonly<Record<string, Ask>> => {
    const colleague = `colleague-${who.kind}`
    const of = (account: string): Ask => ({ ...ask(account), facts: { exists: true, person: account } })
    return {
      own: of(accountOf(who) ?? person),
      colleague: of(colleague),
      other: of(accountOf(who) === person ? 'other-person' : person),
      missing: { ...ask('missing'), facts: { exists: false } },
    }
  }

/** About nobody: the answer is for everybody. */
export const forEverybody =
  (ask: Omit<Ask, 'facts'> = {}) =>
  (): Readonly<Record<string, Ask>> => ({ public: { ...ask, facts: { exists: true } } })

/** Everybody who asks for an action: a member of each role in an employer, and in each kind of organisation where the table names kinds. */
export async function everybody({ modules, keys }: World, action: Action | 'public', isPage: boolean): Promise<Who[]> {
  const grants: readonly string[] = action === 'public' ? [] : permissions[action]
  const kinds = grants.some((grant) => grant.includes('@')) ? organisationKinds : (['employer'] as const)
  const signedIn = async (account: string, name: string, kind: OrganisationKind): Promise<Who> => ({
    name,
    kind,
    actor: await modules.accounts.actorOf(sessionOf(account)),
    headers: { cookie: `schakel_session=${sessionOf(account)}` },
  })
  const withKey = async (scope: (typeof scopes)[number]): Promise<Who> => ({
    name: `key ${scope}`,
    kind: 'employer',
    // Pages know no keys: there a key is a visitor.
    actor: isPage ? { kind: 'visitor' } : await modules.accounts.actorOfKey(keys[scope]),
    headers: { authorization: `Bearer ${keys[scope]}` },
  })
  return Promise.all([
    { name: 'visitor', kind: 'employer', actor: { kind: 'visitor' }, headers: {} } satisfies Who,
    signedIn(person, 'person', 'employer'),
    signedIn(administrator, 'administrator', 'employer'),
    signedIn(adviser, 'adviser of the person', 'public'),
    ...kinds.flatMap((kind) => roles.map((role) => signedIn(`${role}-${kind}`, `${role} of ${kind}`, kind))),
    ...scopes.map(withKey),
  ])
}
