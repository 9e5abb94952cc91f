/** Of every organisation a member with hours as a guide, hours that are booked, and a choice of cohorts that was kept. */
import type { Org } from './world.ts'

export const bookingOf = ({ id }: Pick<Org, 'id'>): string => `senior-booking-${id}`
export const scenarioOf = ({ id }: Pick<Org, 'id'>): string => `scenario-${id}`

const at = '2026-11-20T12:00:00Z'
const asked = {
  region: 'AM18',
  aim: 'most',
  budgetEuro: 1000,
  seatsWhereUnknown: 12,
  teacherHoursPerWeek: 8,
  seniorHoursPerPerson: 1,
}
const answer = {
  ...{ people: 0, jobs: 0, candidates: 0, seatsAssumed: 0, cohorts: [], placed: [0, 0], furthest: [0, 0] },
  used: { budgetEuro: 0, teacherHours: 0, roomWeeks: 0, seniorHours: 0 },
  ...{ reached: 0, bound: 0, isProven: true, isSettled: true, seconds: 0, budgets: [], more: [], dataVersion: 'planted' },
}

export async function plantChoiceOf(
  org: Pick<Org, 'id' | 'member'>,
  insert: (table: string, row: Record<string, unknown>) => Promise<unknown>,
): Promise<void> {
  await insert('senior', { account: org.member, organisation: org.id, role: 'guestTeacher', changed_at: at })
  await insert('senior_week', { account: org.member, week: '2026-12-07', budget_minutes: 240 })
  await insert('senior_booking', {
    ...{ id: bookingOf(org), account: org.member, purpose: 'guestLesson', ref: 'Linux', minutes_per_week: 60 },
    ...{ from_week: '2026-12-07', until_week: '2026-12-07', made_at: at },
  })
  await insert('choice_scenario', { ...{ id: scenarioOf(org), organisation: org.id, name: 'Keuze' }, asked, answer, made_at: at })
}
