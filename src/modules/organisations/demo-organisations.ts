import type { ActingDatabase } from '../../platform/index.ts'
import type { OrganisationKind, Role } from '../permissions/index.ts'
import type { Context } from './context.ts'
import { createDemoOrganisationStore } from './demo-organisation-store.ts'

/** Organisations of the demo world. Their names say so; with the demo they go. */
export interface DemoOrganisations {
  /** Puts them in place anew, with the demo accounts as members; in the transaction of the demo world. */
  putDemo(inside: ActingDatabase, world: DemoWorldPart): Promise<void>
  /** Removes all organisations of the demo, also those that somebody founded in it. */
  removeDemo(inside: ActingDatabase): Promise<void>
}

export interface DemoWorldPart {
  /** Employers of demo vacancies, those with the most first. */
  readonly employers: readonly {
    readonly name: string
    readonly region: string | undefined
    readonly placeName: string | undefined
  }[]
}

/** A demo account, as the accounts' part of the demo puts it in place. */
export interface DemoPerson {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly language: 'nl' | 'en'
  readonly administrator: boolean
}

const person = (id: string, name: string, administrator = false): DemoPerson => ({
  id: `demo-account-${id}`,
  email: `${id}@demo.example`,
  name: `${name} (demo)`,
  language: 'nl',
  administrator,
})

/** Who can be played in the demo, beside people who look for work. Plainly invented. */
export const demoPeople: readonly DemoPerson[] = [
  person('iris', 'Iris'),
  person('bram', 'Bram'),
  person('noor', 'Noor'),
  person('sem', 'Sem'),
  person('lotte', 'Lotte'),
  person('daan', 'Daan'),
  person('yara', 'Yara'),
  person('mila', 'Mila'),
  person('ravi', 'Ravi'),
  person('anouk', 'Anouk'),
  person('beheer', 'Beheer', true),
  // Who look for work: members of nothing.
  person('robin', 'Robin'),
  person('jip', 'Jip'),
  // Who assesses at the school, and who learns while working.
  person('femke', 'Femke'),
  person('tijn', 'Tijn'),
]

interface Placed {
  readonly key: string
  readonly name?: string
  readonly kind: OrganisationKind
  readonly isChecked: boolean
  readonly members: readonly (readonly [person: string, roles: readonly Role[]])[]
  readonly about: string
}

/** The organisation that owns what this provider of the demo teaches. */
export const demoEducator = { organisation: 'demo-organisation-educator', name: 'Leerhuis De Brug (demo)' } as const

const employerAbout = 'Een verzonnen werkgever in de demo. An invented employer in the demo.'

/** Without a name: an employer of demo vacancies. */
const placed: readonly Placed[] = [
  {
    key: 'employer-1',
    kind: 'employer',
    isChecked: true,
    members: [
      ['iris', ['owner', 'recruiter']],
      ['bram', ['recruiter', 'practiceSupervisor']],
    ],
    about: employerAbout,
  },
  { key: 'employer-2', kind: 'employer', isChecked: true, members: [['bram', ['owner']]], about: employerAbout },
  { key: 'employer-3', kind: 'employer', isChecked: false, members: [['noor', ['owner']]], about: employerAbout },
  { key: 'employer-4', kind: 'employer', isChecked: false, members: [['noor', ['owner']]], about: employerAbout },
  { key: 'employer-5', kind: 'employer', isChecked: false, members: [['sem', ['owner']]], about: employerAbout },
  { key: 'employer-6', kind: 'employer', isChecked: false, members: [['sem', ['owner']]], about: employerAbout },
  {
    key: 'educator',
    name: demoEducator.name,
    kind: 'educator',
    isChecked: true,
    members: [
      ['lotte', ['owner', 'studyCoach']],
      ['femke', ['assessor']],
    ],
    about: 'Een verzonnen opleider in de demo. An invented educator in the demo.',
  },
  {
    key: 'region',
    name: 'Regiotafel Rivierenland Digitaal (demo)',
    kind: 'region',
    isChecked: true,
    members: [
      ['daan', ['owner', 'coordinator']],
      ['yara', ['analyst']],
    ],
    about: 'Een verzonnen samenwerking van een regio in de demo. An invented regional partnership in the demo.',
  },
  {
    key: 'branch',
    name: 'Branche ICT Samen (demo)',
    kind: 'branch',
    isChecked: true,
    members: [['mila', ['owner', 'coordinator']]],
    about: 'Een verzonnen brancheclub in de demo. An invented branch association in the demo.',
  },
  {
    key: 'public',
    name: 'Werkcentrum Lindewaard (demo)',
    kind: 'public',
    isChecked: true,
    members: [
      ['ravi', ['owner', 'adviser']],
      ['anouk', ['adviser']],
    ],
    about: 'Een verzonnen publieke dienst met adviseurs in de demo. An invented public body with advisers in the demo.',
  },
]

/** Which of them is above which; the last is proposed only, so that somebody can agree to it. */
const tied = [
  { parent: 'branch', child: 'employer-1', isAgreed: true },
  { parent: 'branch', child: 'employer-2', isAgreed: true },
  { parent: 'region', child: 'employer-1', isAgreed: true },
  { parent: 'region', child: 'educator', isAgreed: true },
  { parent: 'branch', child: 'employer-3', isAgreed: false },
] as const

const idOf = (key: string): string => `demo-organisation-${key}`

export function createDemoOrganisations({ clock, memberStore }: Context): DemoOrganisations {
  const store = createDemoOrganisationStore()
  return {
    removeDemo: (inside) => store.remove(inside),

    async putDemo(inside, { employers }) {
      await store.remove(inside)
      const now = clock.now()
      const left = [...employers]
      const there = new Set<string>()
      for (const { key, name, kind, isChecked, about, members } of placed) {
        const employer = name === undefined ? left.shift() : undefined
        const called = name ?? employer?.name
        if (called === undefined) continue
        there.add(key)
        await store.insert(inside, {
          id: idOf(key),
          name: called,
          kind,
          about,
          isChecked,
          region: employer?.region,
          placeName: employer?.placeName,
          now,
        })
        for (const [who, roles] of members) {
          await memberStore.add(inside, { organisation: idOf(key), account: `demo-account-${who}`, roles }, now)
        }
      }
      for (const { parent, child, isAgreed } of tied) {
        if (there.has(parent) && there.has(child)) await store.tie(inside, idOf(parent), idOf(child), isAgreed, now)
      }
    },
  }
}
