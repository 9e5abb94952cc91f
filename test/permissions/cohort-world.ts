/** A cohort of every organisation in which it also is an employer that was asked, with one person in it. */
import type { Org } from './world.ts'

type Insert = (table: string, row: Record<string, unknown>) => Promise<unknown>

const earlier = '2026-11-20T12:00:00Z'

export const cohortOf = (org: Pick<Org, 'id'>): string => `cohort-${org.id}`
export const participantOf = (org: Pick<Org, 'id'>): string => `participant-${org.id}`
export const placeOf = (org: Pick<Org, 'id'>): string => `place-${org.id}`

export async function plantCohortOf(org: Org, person: string, insert: Insert): Promise<void> {
  const cohort = cohortOf(org)
  const at = { hours_from: 28, hours_to: 32, place_name: 'Utrecht', region: 'AM15', lat: 52.09, lon: 5.12, lot: 1 }
  await insert('cohort', {
    ...{
      id: cohort,
      organisation: org.id,
      programme: 'gone',
      offering: 'gone',
      programme_title: { nl: 'Beheer', en: 'Administration' },
    },
    ...{ starts_on: '2027-02-15', settle_by: '2027-01-18', least: 1, most: 8, state: 'ordering', seed: 'seed', demo: false },
    ...{ created_at: earlier, changed_at: earlier },
  })
  await insert('cohort_employer', { cohort, organisation: org.id, invited_at: earlier })
  await insert('cohort_place', {
    ...{ id: placeOf(org), cohort, organisation: org.id, seats: 1, tasks: 'Beheer', created_at: earlier, ...at },
  })
  await insert('cohort_person', {
    ...{ id: participantOf(org), cohort, person, handle: '4711', text_version: 'v', language: 'nl', quota: 1, ...at },
    ...{ most_minutes: 60, travel_mode: 'bike', skills: [], joined_at: earlier },
  })
  await insert('cohort_meeting', {
    ...{ participant: participantOf(org), organisation: org.id, noted_by: 'educator', noted_at: earlier, agreed_at: earlier },
  })
}
