import type { ActingDatabase } from '../../platform/index.ts'
import type { AdmissionStep, EnrolmentStep } from './enrolment.ts'

/** The steps of a programme as they are now, for one enrolment: they do not change on the way. */
export async function addSteps(inside: ActingDatabase, enrolment: string, steps: readonly AdmissionStep[]): Promise<void> {
  await inside.query(
    `insert into enrolment_step (enrolment, number, kind, purpose)
     select $1, step.number, step.value ->> 'kind', step.value -> 'purpose'
     from jsonb_array_elements($2::jsonb) with ordinality as step (value, number)`,
    [enrolment, JSON.stringify(steps)],
  )
}

export async function listSteps(inside: ActingDatabase, enrolment: string): Promise<EnrolmentStep[]> {
  const rows = await inside.query(
    `select number, kind, purpose, planned_on, planned_text, outcome, reason, settled_at from enrolment_step where enrolment = $1 order by number`,
    [enrolment],
  )
  return rows.map(toStep)
}

/** The steps of many enrolments at once, by enrolment. */
export async function listStepsOf(
  inside: ActingDatabase,
  enrolments: readonly string[],
): Promise<ReadonlyMap<string, readonly EnrolmentStep[]>> {
  const rows = await inside.query(
    `select enrolment, number, kind, purpose, planned_on, planned_text, outcome, reason, settled_at from enrolment_step
      where enrolment = any($1::text[]) order by enrolment, number`,
    [enrolments],
  )
  const grouped = Map.groupBy(rows, (row) => String(row.enrolment))
  return new Map([...grouped].map(([id, steps]) => [id, steps.map(toStep)]))
}

/** Writes one step as it is now. */
export async function updateStep(
  inside: ActingDatabase,
  enrolment: string,
  step: EnrolmentStep,
  account: string | undefined,
): Promise<void> {
  await inside.query(
    `update enrolment_step set planned_on = $3::date, planned_text = $4, outcome = $5, reason = $6, by_account = $7, settled_at = $8::timestamptz
      where enrolment = $1 and number = $2`,
    [
      ...[enrolment, step.number, step.plannedOn ?? null, step.plannedText ?? null, step.outcome ?? null, step.reason ?? null],
      ...[account ?? null, step.settledAt === undefined ? null : new Date(step.settledAt).toISOString()],
    ],
  )
}

function toStep(row: Record<string, unknown>): EnrolmentStep {
  const optional = {
    plannedOn: row.planned_on,
    plannedText: row.planned_text,
    outcome: row.outcome,
    reason: row.reason,
    settledAt: row.settled_at instanceof Date ? row.settled_at.getTime() : undefined,
  }
  return {
    number: row.number,
    kind: row.kind,
    purpose: row.purpose,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null && value !== undefined)),
  } as EnrolmentStep
}
