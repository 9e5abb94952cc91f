/** Of every organisation a programme with one start, and somebody who applied to it: `person` for those of the actor, somebody else otherwise. */
import type { Org } from './world.ts'

export const startsOn = '2027-02-01'
export const enrolmentOf = ({ id }: Pick<Org, 'id'>): string => `enrolment-${id}`
export const programmeOf = ({ id }: Pick<Org, 'id'>): string => `programme-${id}`
export const offeringOf = ({ id }: Pick<Org, 'id'>): string => `offering-${id}`

const at = '2026-11-20T12:00:00Z'

export async function plantEnrolment(
  org: Pick<Org, 'id'>,
  applicant: string,
  insert: (table: string, row: Record<string, unknown>) => Promise<unknown>,
): Promise<void> {
  const [programme, offering] = [programmeOf(org), offeringOf(org)]
  const title = { nl: 'Beheer', en: 'Administration' }
  await insert('programme', {
    ...{ id: programme, demo: false, title, provider: org.id, description: title, source: 'test', organisation: org.id },
    ...{ facts: { form: 'course', outcomes: [], prerequisites: [] }, state: 'published' },
  })
  await insert('offering', {
    ...{ id: offering, programme, demo: false },
    facts: { online: true, funding: [], rolling: false, starts: [{ date: startsOn, seats: 8 }] },
  })
  await insert('enrolment_start', {
    ...{ offering, starts_on: startsOn, organisation: org.id, programme, places: 8, by_hand: false, taken: 0, held: 0 },
  })
  await insert('enrolment', {
    ...{ id: enrolmentOf(org), person: applicant, organisation: org.id, programme, programme_title: title, offering },
    ...{ starts_on: startsOn, demo: false, state: 'applied', quiet: false, called: 'Somebody', applied_at: at, changed_at: at },
  })
}
