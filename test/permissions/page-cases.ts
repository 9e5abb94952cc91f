/** How every page and every button is asked. A page or button that is not here fails the test. */
import type { Page } from '../../src/web/paths.ts'
import {
  type Ask,
  aboutOneself,
  aboutOrganisation,
  aboutPartOf,
  aboutSite,
  aboutThingOf,
  type Case,
  forEverybody,
} from './ask.ts'
import { badgePages } from './badge-cases.ts'
import { choicePages } from './choice-cases.ts'
import { cohortPages } from './cohort-cases.ts'
import { credentialPages } from './credential-cases.ts'
import { creditPages } from './credit-cases.ts'
import { deskPages } from './desk-cases.ts'
import { enrolmentPages } from './enrolment-cases.ts'
import { groupPages } from './group-cases.ts'
import { askToMeet } from './introduction-cases.ts'
import { placementPages } from './placement-cases.ts'
import { programmeDemandPages } from './programme-demand-cases.ts'
import { teachingPages } from './teaching-cases.ts'
import { whatWorksPages } from './what-works-cases.ts'
import {
  agreedBranch,
  askingBranch,
  freeOrganisation,
  need,
  type Org,
  orgOf,
  otherPerson,
  person,
  relations,
  report,
  sessionIdOf,
} from './world.ts'

export interface PageCases {
  readonly loader: Case
  readonly intents: Readonly<Record<string, Case>>
}

/** Ids of public records, found in the world before the test. */
export interface PublicIds {
  readonly vacancy: string
  readonly programme: string
  readonly occupation: string
  readonly initiative: string
  readonly unsubscribe: string
  readonly followUp: string
  readonly group: string
  /** Version of the text of the consent to an adviser. */
  readonly adviserText: string
  readonly releases: ReadonlyMap<string, string>
}

const memberPage = { because: 'a page of an organisation is there for its members only' } as const
const at = ({ id }: Org): { readonly params: { readonly organisation: string } } => ({ params: { organisation: id } })
const ofOrganisation = (body: Readonly<Record<string, unknown>>): Case => ({
  asks: aboutOrganisation((org) => ({ ...at(org), body })),
})
const open: PageCases = { loader: { asks: forEverybody() }, intents: {} }
const publicPost = (body: Readonly<Record<string, unknown>>, also?: Case['also']): Case => ({
  asks: forEverybody({ body }),
  ...(also ? { also } : {}),
})
const publicOf = (params: Readonly<Record<string, string>>): PageCases => ({
  loader: {
    asks: () => ({
      public: { params, facts: { exists: true } },
      missing: { params: Object.fromEntries(Object.keys(params).map((name) => [name, 'missing'])), facts: { exists: false } },
    }),
  },
  intents: {},
})

export const pageCases = (ids: PublicIds): Readonly<Partial<Record<Page, PageCases>>> => ({
  home: open,
  money: open,
  profile: {
    loader: { asks: forEverybody() },
    intents: {
      addOccupation: publicPost({ occupation: ids.occupation }),
      removeOccupation: publicPost({ occupation: ids.occupation }),
      answer: publicPost({ skill: 'schakel:skill/missing', answer: 'yes' }),
      answers: publicPost({}),
      terms: publicPost({}),
      goal: publicPost({}),
      example: publicPost({ example: 'missing' }),
      keepTrial: publicPost({ trial: '' }),
      remove: publicPost({}),
    },
  },
  cv: {
    loader: { asks: forEverybody() },
    intents: {
      post: { asks: forEverybody({ body: { source: 'Ik werkte met Linux.' }, file: '' }) },
      confirm: { asks: forEverybody({ body: { source: 'Ik werkte met Linux.' }, file: '' }) },
    },
  },
  doors: open,
  plans: open,
  plan: {
    loader: {
      asks: forEverybody({ params: { plan: 'missing' } }),
      also: { status: [404], because: 'a plan is found for the own profile: there is none here' },
    },
    intents: { keep: { asks: aboutOneself({ params: { plan: 'missing' } }) } },
  },
  vacancies: open,
  vacancy: { ...publicOf({ vacancy: ids.vacancy }), intents: { ask: askToMeet } },
  whyNot: publicOf({ vacancy: ids.vacancy }),
  vacancyCheck: {
    loader: { asks: forEverybody() },
    intents: {
      check: publicPost({ text: 'Wij zoeken een beheerder.' }),
      accept: publicPost({}),
      acceptAll: publicPost({}),
      allow: publicPost({}),
      change: publicPost({}),
      generate: publicPost({}),
      undo: publicPost({}),
      remove: publicPost({}),
    },
  },
  programmes: open,
  programme: publicOf({ programme: ids.programme }),
  occupations: open,
  occupation: publicOf({ occupation: ids.occupation }),
  initiatives: open,
  initiative: publicOf({ initiative: ids.initiative }),
  algorithm: open,
  howItWorks: open,
  dataUse: open,
  sources: open,
  accessibility: open,
  parts: open,
  display: { loader: { asks: forEverybody() }, intents: { post: publicPost({ theme: 'dark' }) } },
  organisations: {
    loader: { asks: forEverybody() },
    intents: { create: { asks: aboutOneself({ body: { name: 'Nieuw BV', kind: 'employer' } }) } },
  },
  orgInvitation: {
    loader: {
      asks: aboutInvited((code) => ({ query: { code } })),
      deniedAs: { status: [200], because: 'who knows the secret link is told that it is for another address, or is gone' },
    },
    intents: {
      accept: {
        asks: aboutInvited((code) => ({ body: { code } })),
        deniedAs: { status: [403, 409], because: 'who knows the secret link is told that it is for another address, or is gone' },
      },
    },
  },
  orgDomain: {
    loader: {
      asks: aboutOrganisation(({ code }) => ({ query: { code } })),
      deniedAs: { status: [200], because: 'a link that the actor may not see is gone, as one that is not there' },
    },
    intents: {
      confirm: {
        asks: aboutOrganisation(({ code }) => ({ body: { code } })),
        deniedAs: { status: [409], because: 'a link that the actor may not see is gone, as one that is not there' },
      },
    },
  },
  organisation: {
    loader: { asks: aboutOrganisation(at) },
    intents: {
      proposeTie: {
        asks: aboutOrganisation(({ id }) => ({ params: { organisation: freeOrganisation }, body: { parent: id } })),
      },
    },
  },
  orgDetails: {
    loader: { asks: aboutOrganisation(at), hides: memberPage },
    intents: {
      change: { asks: aboutOrganisation((org) => ({ ...at(org), body: { name: `Organisation ${org.id}` } })) },
      askDomain: { asks: aboutOrganisation((org) => ({ ...at(org), body: { email: `post@${org.id}.example` } })) },
      agreeTie: ofOrganisation({ parent: askingBranch }),
      endTie: {
        asks: aboutOrganisation((org) => ({ ...at(org), body: { parent: agreedBranch, child: org.id } })),
        hides: { because: 'the object is either side, and the other side is asked about last' },
      },
      leave: {
        // The object is a membership: who has none has nothing to leave.
        asks: (who) => {
          const { actor } = who
          const asked = Object.entries(aboutOrganisation(at)(who)).map(([relation, ask]) => {
            const isMember =
              actor.kind === 'account' && actor.memberships.some(({ organisation }) => organisation === ask.facts.organisation)
            return [relation, { ...ask, facts: { exists: isMember, person: isMember ? actor.account : undefined } }]
          })
          return Object.fromEntries(asked)
        },
      },
      close: ofOrganisation({ sure: 'yes' }),
    },
  },
  orgPeople: {
    loader: { asks: aboutOrganisation(at), hides: memberPage },
    intents: {
      invite: ofOrganisation({ email: 'nieuw@voorbeeld.example', roles: 'recruiter' }),
      withdraw: { asks: aboutPartOf((org, { invitation }) => ({ ...at(org), body: { invitation } })) },
      changeRoles: { asks: aboutPartOf((org, { member }) => ({ ...at(org), body: { account: member, roles: 'recruiter' } })) },
      remove: { asks: aboutPartOf((org, { member }) => ({ ...at(org), body: { account: member } })) },
    },
  },
  orgKeys: {
    loader: { asks: aboutOrganisation(at), hides: memberPage },
    intents: {
      create: ofOrganisation({ name: 'Nieuw', scopes: 'vacancies:read', days: '30' }),
      rotate: { asks: aboutPartOf((org, { key }) => ({ ...at(org), body: { key, overlap: '7' } })) },
      revoke: { asks: aboutPartOf((org, { key }) => ({ ...at(org), body: { key } })) },
    },
  },
  orgOnboarding: {
    loader: { asks: aboutPartOf((org, { onboarding }) => ({ ...at(org), query: { file: onboarding } })), hides: memberPage },
    intents: {
      read: {
        asks: aboutOrganisation((org) => ({
          ...at(org),
          file: 'naam;plaats;e-mail;kvk;website\nNieuw;;nieuw@voorbeeld.example;20000001;\n',
        })),
      },
      run: { asks: aboutPartOf((org, { onboarding }) => ({ ...at(org), body: { file: onboarding } })) },
    },
  },
  admin: {
    loader: { asks: aboutSite() },
    intents: {
      checked: { asks: aboutOrganisation(({ id }) => ({ body: { organisation: id } })) },
      refused: { asks: aboutOrganisation(({ id }) => ({ body: { organisation: id } })) },
    },
  },
  mailOutbox: {
    loader: { asks: aboutSite(), hides: { because: 'whoever may not look is not told that there is something to see' } },
    intents: {},
  },
  unsubscribe: {
    loader: { asks: forEverybody({ query: { t: ids.unsubscribe } }) },
    intents: {
      stop: { asks: forEverybody({ query: { t: ids.unsubscribe } }) },
      again: { asks: forEverybody({ query: { t: ids.unsubscribe } }) },
    },
  },
  signIn: {
    loader: { asks: forEverybody() },
    intents: { ask: publicPost({ email: 'iemand@voorbeeld.example' }), demo: publicPost({ account: 'demo-account-robin' }) },
  },
  signInOpen: {
    loader: { asks: forEverybody({ query: { link: 'missing' } }) },
    intents: {
      post: publicPost(
        { link: 'missing' },
        { status: [400], because: 'without the secret of a link it says that the link is gone' },
      ),
    },
  },
  signInChoice: {
    loader: { asks: aboutOneself() },
    intents: { keep: { asks: aboutOneself() }, take: { asks: aboutOneself() } },
  },
  account: {
    loader: { asks: aboutOneself() },
    intents: {
      change: { asks: aboutOneself({ body: { name: 'Sam', phone: '', language: 'nl' } }) },
      // In a world without a mailbox; an address of one's own account is one of the others' too.
      newEmail: {
        asks: aboutOneself({ body: { email: 'nieuw@voorbeeld.example' } }),
        also: { status: [400, 429], because: 'all ask for the same address, and that is counted' },
      },
      endSession: { asks: aboutThingOf((account) => ({ body: { session: sessionIdOf(account) } })) },
      signOut: { asks: forEverybody() },
      signOutEverywhere: { asks: aboutOneself() },
    },
  },
  accountEmail: {
    loader: { asks: aboutOneself({ query: { link: 'unknown' } }) },
    intents: {
      post: {
        asks: aboutOneself({ body: { link: 'unknown' } }),
        also: { status: [400], because: 'nobody of this world was mailed that link' },
      },
    },
  },
  ...deskPages(ids.adviserText),
  introductions: { loader: { asks: aboutOneself() }, intents: {} },
  introduction: {
    loader: { asks: aboutIntroduction() },
    intents: {
      takeUp: step({}),
      accept: step({}),
      withdraw: step({}),
      start: step({}),
      hire: step({ startsOn: '2027-01-04' }),
      agreeTraining: step({ offering: 'missing' }),
      decline: step({ reason: 'other', text: 'Het past niet.', adviserText: '' }),
      message: step({ message: 'Dag.' }),
      release: step({ field: 'name', until: '2026-12-01' }),
      takeBack: step({ field: 'name' }),
      report: step({ about: 'other', text: 'Dit klopt niet.' }),
    },
  },
  ...enrolmentPages,
  ...whatWorksPages,
  ...programmeDemandPages,
  ...teachingPages,
  ...choicePages,
  ...cohortPages,
  ...groupPages(ids),
  ...placementPages,
  ...creditPages,
  ...badgePages,
  ...credentialPages,
  reports: {
    loader: { asks: aboutSite() },
    intents: {
      settle: {
        asks: () => ({
          report: { body: { report, outcome: 'Gezien.' }, facts: { exists: true } },
          missing: { body: { report: 'missing', outcome: 'Gezien.' }, facts: { exists: false } },
        }),
      },
    },
  },
  howIsIt: {
    loader: { asks: forEverybody({ query: { t: ids.followUp } }) },
    intents: {
      stillThere: { asks: forEverybody({ query: { t: ids.followUp }, body: { value: 'yes' } }) },
      hours: { asks: forEverybody({ query: { t: ids.followUp }, body: { value: '32' } }) },
      happy: { asks: forEverybody({ query: { t: ids.followUp }, body: { value: '4' } }) },
    },
  },
  dataDownload: { loader: { asks: aboutOneself() }, intents: {} },
  // Without the tick nothing is erased: who may ask hears that it is missing.
  dataErase: { loader: { asks: aboutOneself() }, intents: { erase: { asks: aboutOneself({ body: { sure: 'yes' } }) } } },
  dataErased: open,
  needs: {
    loader: { asks: aboutOneself() },
    intents: {
      set: { asks: aboutOneself({ body: { need } }) },
      release: { asks: aboutOneself({ body: { organisation: freeOrganisation, until: '2026-12-01', need } }) },
      withdraw: { asks: aboutThingOf((account) => ({ body: { release: ids.releases.get(account) ?? 'missing' } })) },
    },
  },
})

/** Introductions: between a person and an organisation. */
function aboutIntroduction(body?: Readonly<Record<string, unknown>>): Case['asks'] {
  return (who) =>
    Object.fromEntries(
      [...relations, 'missing' as const].map((relation) => {
        const { id, introduction } = orgOf(relation, who.kind)
        const facts = { exists: relation !== 'missing', organisation: id, person: relation === 'own' ? person : otherPerson }
        return [relation, { params: { introduction }, ...(body ? { body } : {}), facts }]
      }),
    )
}

/** A step of an introduction: whoever may take some may take this one, or hears that it is not the moment. */
const step = (body: Readonly<Record<string, unknown>>): Case => ({
  asks: aboutIntroduction(body),
  also: { status: [400, 409], because: 'each side takes its own steps, each at its time' },
})

/** Invitations: the object is who was invited. */
function aboutInvited(ask: (code: string) => Omit<Ask, 'facts'>): Case['asks'] {
  return (who) =>
    Object.fromEntries(
      [...relations, 'missing' as const].map((relation) => {
        const { code, invited } = orgOf(relation, who.kind)
        return [relation, { ...ask(code), facts: { exists: relation !== 'missing', person: invited } }]
      }),
    )
}
