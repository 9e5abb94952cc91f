import type { Database } from '../../platform/index.ts'
import type { Bilingual } from '../trainings/index.ts'
import type { Scale, Unit, UnitOutcome } from './unit.ts'

interface UnitRow extends Record<string, unknown> {
  readonly id: string
  readonly programme: string
  readonly organisation: string
  readonly family: string
  readonly version: number
  readonly code: string
  readonly title: Bilingual
  readonly scale: Scale
  readonly amount: number
  readonly evidence_minutes: number
  readonly demo: boolean
  readonly retired: boolean
  readonly outcomes: readonly { readonly id: string; readonly text: Bilingual; readonly skill: string | null }[]
}

const columns = `u.id, u.programme, u.organisation, u.family, u.version, u.code, u.title, u.scale, u.amount, u.evidence_minutes, u.demo,
  u.retired_at is not null as retired,
  coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'text', o.text, 'skill', o.skill) order by o.number) from unit_outcome o where o.unit = u.id), '[]') as outcomes`

/** Units of a programme of a school, all versions: by code, the newest version first. */
export async function listUnits(db: Database, programme: string, organisation: string): Promise<Unit[]> {
  const rows = await db.query<UnitRow>(
    `select ${columns} from unit u where u.programme = $1 and u.organisation = $2 order by u.code, u.family, u.version desc`,
    [programme, organisation],
  )
  return rows.map(toUnit)
}

/** @param lock nobody else changes it until the transaction ends */
export async function findUnit(db: Database, id: string, lock = false): Promise<Unit | undefined> {
  const [row] = await db.query<UnitRow>(`select ${columns} from unit u where u.id = $1 ${lock ? 'for update' : ''}`, [id])
  return row && toUnit(row)
}

/** Programmes of a school for which it keeps units, with how many. */
export async function listProgrammesWithUnits(
  db: Database,
  organisation: string,
): Promise<{ readonly programme: string; readonly units: number }[]> {
  return db.query<{ programme: string; units: number }>(
    `select programme, count(distinct family) as units from unit where organisation = $1 and retired_at is null group by programme order by programme`,
    [organisation],
  )
}

export async function insertUnit(db: Database, unit: Unit, now: number): Promise<void> {
  await db.query(
    `insert into unit (id, programme, organisation, demo, family, version, code, title, scale, amount, evidence_minutes, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12::timestamptz)`,
    [
      ...[
        unit.id,
        unit.programme,
        unit.organisation,
        unit.demo,
        unit.family,
        unit.version,
        unit.code,
        JSON.stringify(unit.title),
      ],
      ...[unit.scale, unit.amount, unit.evidenceMinutes, new Date(now).toISOString()],
    ],
  )
  await putOutcomes(db, unit)
}

/** As long as nothing rests on it. Outcomes that stay keep their links. */
export async function updateUnit(db: Database, unit: Unit): Promise<void> {
  await db.query('update unit set code = $2, title = $3::jsonb, scale = $4, amount = $5, evidence_minutes = $6 where id = $1', [
    ...[unit.id, unit.code, JSON.stringify(unit.title), unit.scale, unit.amount, unit.evidenceMinutes],
  ])
  await db.query('delete from unit_outcome where unit = $1 and not (id = any($2::text[]))', [
    unit.id,
    unit.outcomes.map(({ id }) => id),
  ])
  await putOutcomes(db, unit)
}

/** Not offered any more; its other versions neither. */
export async function retireUnits(db: Database, family: string, now: number): Promise<void> {
  await db.query('update unit set retired_at = $2::timestamptz where family = $1 and retired_at is null', [
    family,
    new Date(now).toISOString(),
  ])
}

export async function removeDemoUnits(db: Database): Promise<void> {
  await db.query('delete from unit where demo')
}

async function putOutcomes(db: Database, { id, outcomes }: Unit): Promise<void> {
  for (const [number, { id: outcome, text, skill }] of outcomes.entries()) {
    await db.query(
      `insert into unit_outcome (id, unit, number, text, skill) values ($1, $2, $3, $4::jsonb, $5)
       on conflict (id) do update set number = excluded.number, text = excluded.text, skill = excluded.skill`,
      [outcome, id, number + 1, JSON.stringify(text), skill ?? null],
    )
  }
}

function toUnit(row: UnitRow): Unit {
  const { outcomes, evidence_minutes: evidenceMinutes, retired, amount, version, ...rest } = row
  return {
    ...(rest as Pick<Unit, 'id' | 'programme' | 'organisation' | 'family' | 'code' | 'title' | 'scale' | 'demo'>),
    version: Number(version),
    amount: Number(amount),
    evidenceMinutes: Number(evidenceMinutes),
    isRetired: retired,
    outcomes: outcomes.map(({ id, text, skill }): UnitOutcome => ({ id, text, ...(skill === null ? {} : { skill }) })),
  }
}
