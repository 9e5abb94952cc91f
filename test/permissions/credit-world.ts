/**
 * Of every organisation two placements: one for which it is the school, and one for which it is the employer. The other side is `free-organisation`, in
 * which nobody is a member. Each with a piece of work; at the school one confirmed, one logged, and an award.
 */
import type { ActingDatabase } from '../../src/platform/index.ts'
import type { Org } from './world.ts'

type Insert = (table: string, row: Record<string, unknown>) => Promise<unknown>
type Of = Pick<Org, 'id'>

const free = 'free-organisation'
const at = '2026-11-20T12:00:00Z'
const hash = 'hash of what was confirmed'

export const creditOf = ({ id }: Of) => ({
  programme: `programme-${id}`,
  /** The organisation is the school. */
  school: {
    placement: `taught-${id}`,
    unit: `unit-${id}`,
    outcome: `outcome-${id}`,
    logged: `logged-${id}`,
    confirmed: `confirmed-${id}`,
    award: `award-${id}`,
    file: `file-${id}`,
  },
  /** The organisation is the employer. */
  employer: { placement: `employed-${id}`, work: `work-${id}` },
})

/** What both sides' placements lean on: a unit of the school that nobody is a member of. */
export async function plantFreeUnit(insert: Insert): Promise<void> {
  await insert('unit', unit('unit-free', free, 'programme-free'))
  await insert('unit_outcome', { id: 'outcome-free', unit: 'unit-free', number: 1, text: { nl: 'Je kunt', en: 'You can' } })
}

export async function plantCredits(org: Of, person: string, insert: Insert, inside: ActingDatabase): Promise<void> {
  const { programme, school, employer } = creditOf(org)
  await insert('unit', unit(school.unit, org.id, programme))
  await insert('unit_outcome', { id: school.outcome, unit: school.unit, number: 1, text: { nl: 'Je kunt', en: 'You can' } })
  await plantPlacement({ id: school.placement, school: org.id, employer: free, person, programme }, insert)
  await plantPlacement({ id: employer.placement, school: free, employer: org.id, person, programme: 'programme-free' }, insert)
  const ofSchool = { book: school.placement, person, outcome: school.outcome, unit: school.unit }
  await plantWork({ ...ofSchool, id: school.logged, state: 'logged' }, insert)
  await plantWork({ ...ofSchool, id: school.confirmed, state: 'confirmed' }, insert)
  await plantWork({ ...ofSchool, id: `${school.confirmed}-before`, state: 'confirmed' }, insert)
  await plantWork(
    { id: employer.work, book: employer.placement, person, outcome: 'outcome-free', unit: 'unit-free', state: 'logged' },
    insert,
  )
  await insert('evidence', {
    ...{ id: school.file, activity: school.logged, book: school.placement, name: 'verslag.txt', type: 'text', bytes: 5 },
    ...{ sha256: 'hash', added_at: at },
  })
  await insert('award', { id: school.award, book: school.placement, unit: school.unit, amount: 10, key: `key-${org.id}`, at })
  await insert('award_activity', {
    ...{
      award: school.award,
      activity: `${school.confirmed}-before`,
      book: school.placement,
      minutes: 60,
      step: 1,
      facts_hash: hash,
      files: [],
    },
  })
  const entry = { book: school.placement, number: 1 }
  await insert('ledger_entry', { ...entry, kind: 'award', award: school.award, unit: school.unit, at, seal: 'seal' })
  // Both lines at once: one alone adds up to something.
  await inside.query(`insert into ledger_line values ($1, 1, 'earned', 10), ($1, 1, 'pool', -10)`, [school.placement])
}

const unit = (id: string, organisation: string, programme: string) => ({
  ...{
    id,
    programme,
    organisation,
    demo: false,
    family: id,
    version: 1,
    code: 'B',
    title: { nl: 'Back-up', en: 'Backup' },
    scale: 'ects',
  },
  ...{ amount: 30, evidence_minutes: 60, created_at: at },
})

async function plantPlacement(
  { id, school, employer, person, programme }: Readonly<Record<'id' | 'school' | 'employer' | 'person' | 'programme', string>>,
  insert: Insert,
): Promise<void> {
  const days = { from_on: '2026-09-01', until_on: '2027-08-31' }
  await insert('placement', {
    ...{
      id,
      school,
      employer,
      person,
      programme,
      programme_title: { nl: 'Beheer', en: 'Administration' },
      demo: false,
      state: 'active',
    },
    ...{ ...days, hours_per_week: 36, phases: [], created_at: at, changed_at: at },
  })
  await insert('credit_book', {
    ...{
      placement: id,
      person,
      school,
      employer,
      programme,
      demo: false,
      starts_on: days.from_on,
      ends_on: days.until_on,
      opened_at: at,
    },
  })
}

async function plantWork(
  {
    id,
    book,
    person,
    state,
    outcome,
    unit: of,
  }: Readonly<Record<'id' | 'book' | 'person' | 'outcome' | 'unit' | 'state', string>>,
  insert: Insert,
): Promise<void> {
  await insert('activity', {
    ...{
      id,
      book,
      person,
      demo: false,
      from_day: '2026-11-18',
      until_day: '2026-11-18',
      text: 'Back-ups gecontroleerd.',
      minutes: 60,
    },
    ...{ state, version: 1, logged_at: at, changed_at: at },
  })
  await insert('activity_outcome', { activity: id, outcome, unit: of, book })
  await insert('activity_step', { activity: id, number: 1, book, step: state, facts_hash: hash, at })
}
