import { type ActingDatabase, actAs, createIds, type Database, type Log } from '../../platform/index.ts'
import { createOrganisations } from '../organisations/index.ts'
import type { AccountActor, Role } from '../permissions/index.ts'
import { createRegions } from '../regions/index.ts'
import { createRules } from '../rules/index.ts'
import { createSeniorHours, type SeniorHours } from '../senior-hours/index.ts'
import { createSkills } from '../skills/index.ts'
import { createTrainings } from '../trainings/index.ts'
import { type Credits, createCredits } from './create-credits.ts'
import type { CreditsParts, PlacementFacts } from './parts.ts'
import type { UnitDraft } from './unit.ts'

/** A student at an employer for a school, with everybody who has to do with it, and some who have not. */
export interface CreditsWorld {
  readonly credits: Credits
  readonly parts: CreditsParts
  readonly seniorHours: SeniorHours
  readonly clock: { now: number }
  readonly placement: PlacementFacts
  readonly student: AccountActor
  readonly supervisor: AccountActor
  readonly colleague: AccountActor
  readonly assessor: AccountActor
  readonly coach: AccountActor
  readonly stranger: AccountActor
  /** Assesses for the school, and works at the employer. */
  readonly both: AccountActor
  asTask<T>(work: (inside: ActingDatabase) => Promise<T>): Promise<T>
}

const silentLog: Log = { info() {}, warn() {}, error() {} }

const member = (
  account: string,
  ...memberships: readonly (readonly [organisation: string, kind: 'school' | 'employer', roles: readonly Role[]])[]
): AccountActor => ({
  ...{ kind: 'account', account, session: `session-${account}`, administrator: false },
  memberships: memberships.map(([organisation, kind, roles]) => ({ organisation, kind, roles })),
})

async function plant({ parts, asTask }: CreditsWorld): Promise<void> {
  await createRules(parts).load()
  await createSkills({ ...parts, log: silentLog }).loadStarter('data/vocabulary')
  const people = ['student', 'supervisor', 'colleague', 'assessor', 'coach', 'stranger', 'both']
  await asTask(async (inside) => {
    await inside.query(
      `insert into account (id, email, email_folded, name, created_at, seen_on)
       select id, id || '@example.nl', id || '@example.nl', 'Name of ' || id, now(), current_date from unnest($1::text[]) as id`,
      [people],
    )
    await inside.query(
      `insert into organisation (id, name, kind, created_at, opened_at) values ('school', 'School', 'school', now(), now()),
       ('employer', 'Werkgever', 'employer', now(), now()), ('elsewhere', 'Elders', 'employer', now(), now())`,
    )
  })
  await createTrainings({ ...parts, log: silentLog }).insertMany({
    programmes: [
      {
        ...{ id: 'programme', demo: false, provider: 'School', source: 'desk:school', organisation: 'school' },
        ...{ title: { nl: 'Beheer', en: 'Administration' }, description: { nl: 'Beheer', en: 'Administration' } },
        facts: { form: 'dual', outcomes: [], prerequisites: [] },
      },
    ],
    offerings: [],
  })
}

const start = Date.parse('2026-09-28T08:00:00Z')

/** @param more other placements of the same student, by id, to write in beside the first */
export async function creditsWorld(db: Database, more: readonly string[] = []): Promise<CreditsWorld> {
  const world = await openCreditsWorld(db, more)
  await plant(world)
  return world
}

/** The same on a record in which another process planted it. */
export async function openCreditsWorld(db: Database, more: readonly string[] = []): Promise<CreditsWorld> {
  const clock = { now: start }
  const outside = { db, clock: { now: () => clock.now }, ids: createIds({ now: () => clock.now }), log: silentLog }
  const rules = createRules(outside)
  const skills = createSkills(outside)
  const regions = await createRegions(outside)
  const organisations = createOrganisations({ ...outside, regions, writeMail: async () => {} } as never)
  const trainings = createTrainings(outside)
  const asTask = <T>(work: (inside: ActingDatabase) => Promise<T>) => actAs(db, { task: 'test' }, work)
  const placement: PlacementFacts = {
    ...{
      id: 'placement',
      person: 'student',
      school: 'school',
      employer: 'employer',
      programme: 'programme',
      supervisor: 'supervisor',
    },
    ...{ from: '2026-09-01', until: '2027-08-31', state: 'active', demo: false },
  }
  const seniorHours = createSeniorHours({ ...outside, organisations })
  const placements = new Map([placement, ...more.map((id) => ({ ...placement, id }))].map((one) => [one.id, one]))
  const parts: CreditsParts = {
    ...{ ...outside, rules, skills, trainings, organisations, seniorHours },
    placements: {
      // As row security of a placement does: its parties and tasks of the program see it.
      async findIn(inside, id) {
        const [who] = await inside.query<{ account: string | null; organisations: string[] | null; task: string | null }>(
          'select acting_account() as account, acting_organisations() as organisations, acting_task() as task',
        )
        const found = placements.get(id)
        const isParty =
          found !== undefined &&
          (who?.account === found.person || who?.organisations?.some((one) => [found.school, found.employer].includes(one)))
        return isParty || who?.task ? found : undefined
      },
    },
  }
  return {
    ...{ credits: createCredits(parts), parts, seniorHours, clock, placement, asTask },
    student: member('student'),
    supervisor: member('supervisor', ['employer', 'employer', ['practiceSupervisor']]),
    colleague: member('colleague', ['employer', 'employer', ['recruiter']]),
    assessor: member('assessor', ['school', 'school', ['assessor']]),
    coach: member('coach', ['school', 'school', ['studyCoach']]),
    stranger: member('stranger', ['elsewhere', 'employer', ['owner']]),
    both: member('both', ['school', 'school', ['assessor']], ['employer', 'employer', ['analyst']]),
  }
}

export const unitDraft: UnitDraft = {
  ...{ code: 'B', title: { nl: 'Back-up', en: 'Backup' }, scale: 'ects', credits: 3, evidenceHours: 42 },
  outcomes: [{ text: { nl: 'Je controleert back-ups.', en: 'You check backups.' }, skill: 'schakel:skill/backup-recovery' }],
}

/** A unit with one outcome. Gives the id of the unit and of the outcome. */
export async function addUnit(
  { credits, coach }: CreditsWorld,
  draft: Partial<UnitDraft> = {},
): Promise<{ readonly unit: string; readonly outcome: string }> {
  const unit = await credits.units.add(coach, 'school', 'programme', { ...unitDraft, ...draft })
  const found = (await credits.units.list(coach, 'school', 'programme')).find(({ id }) => id === unit)
  return { unit, outcome: found?.outcomes[0]?.id ?? '' }
}

/** Logged by the student and confirmed by the supervisor. Gives its id. */
export async function confirmedWork(
  { credits, student, supervisor }: CreditsWorld,
  outcome: string,
  more: { readonly placement?: string; readonly minutes?: number; readonly day?: string } = {},
): Promise<string> {
  const day = more.day ?? '2026-09-21'
  const draft = {
    from: day,
    until: day,
    text: 'Back-ups gecontroleerd op de server.',
    minutes: more.minutes ?? 480,
    outcomes: [outcome],
  }
  const id = await credits.log(student, more.placement ?? 'placement', draft)
  await credits.confirm(supervisor, id, 1)
  return id
}
