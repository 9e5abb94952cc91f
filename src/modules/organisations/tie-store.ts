import type { Database } from '../../platform/index.ts'

export interface Tie {
  readonly parent: string
  readonly child: string
  readonly isAgreed: boolean
}

/** All SQL of which organisation is a member of which. */
export function createTieStore() {
  return {
    /** Ties of an organisation, on either side. */
    async list(db: Database, organisation: string): Promise<Tie[]> {
      const rows = await db.query(
        `select parent, child, agreed_at is not null as agreed from organisation_tie where parent = $1 or child = $1
         order by proposed_at, parent, child`,
        [organisation],
      )
      return rows.map(toTie)
    },

    async find(db: Database, parent: string, child: string): Promise<Tie | undefined> {
      const [row] = await db.query(
        'select parent, child, agreed_at is not null as agreed from organisation_tie where parent = $1 and child = $2',
        [parent, child],
      )
      return row && toTie(row)
    },

    /** Waits for who else changes the tree: two ties that make a circle together must not both be seen as harmless. */
    async lockTree(db: Database): Promise<void> {
      await db.query(`select pg_advisory_xact_lock(hashtext('schakel ties ' || current_schema()))`)
    },

    /** Whether one is above another, over any number of steps; proposed ties count. */
    async isAbove(db: Database, above: string, below: string): Promise<boolean> {
      const rows = await db.query(
        `with recursive up (id) as (
           select parent from organisation_tie where child = $2
           union select t.parent from organisation_tie t join up on t.child = up.id)
         select 1 as found from up where id = $1 limit 1`,
        [above, below],
      )
      return rows.length > 0
    },

    async propose(db: Database, parent: string, child: string, now: number): Promise<void> {
      await db.query(
        'insert into organisation_tie (parent, child, proposed_at) values ($1, $2, $3::timestamptz) on conflict do nothing',
        [parent, child, new Date(now).toISOString()],
      )
    },

    /** Whether there was one that nobody agreed to yet. */
    async agree(db: Database, parent: string, child: string, now: number): Promise<boolean> {
      const rows = await db.query(
        'update organisation_tie set agreed_at = $3::timestamptz where parent = $1 and child = $2 and agreed_at is null returning parent',
        [parent, child, new Date(now).toISOString()],
      )
      return rows.length > 0
    },

    /** Whether there was one. */
    async remove(db: Database, parent: string, child: string): Promise<boolean> {
      return (
        (await db.query('delete from organisation_tie where parent = $1 and child = $2 returning parent', [parent, child]))
          .length > 0
      )
    },

    async removeAll(db: Database, organisation: string): Promise<void> {
      await db.query('delete from organisation_tie where parent = $1 or child = $1', [organisation])
    },
  }
}
export type TieStore = ReturnType<typeof createTieStore>

function toTie(row: Record<string, unknown>): Tie {
  return { parent: String(row.parent), child: String(row.child), isAgreed: row.agreed === true }
}
