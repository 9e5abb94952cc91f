import type { Database } from './database.ts'

/**
 * The second barrier around personal data: row-level security of the database itself. A table with personal data has policies that
 * look at three settings of the transaction: the account that acts, the organisations it acts for, or the task of the program. Without any of them no
 * row is seen or written (docs/decisions/0014).
 *
 * A superuser (the embedded database has no other user) passes by row security, so the transaction takes the role `schakel_acting`, which does not.
 * Where the program's own user is an ordinary one, `force row level security` binds it, and no role is needed.
 */
declare const acting: unique symbol

/** A database inside a transaction in which the database itself shows one actor's rows only. Stores of personal tables take no other. */
export interface ActingDatabase extends Database {
  readonly [acting]: true
}

/** For whom the database shows rows: a person and the organisations it is a member of, an organisation by its key, or a task of the program itself. */
export type ActingAs =
  | { readonly account: string; readonly organisations: readonly string[] }
  | { readonly organisations: readonly string[] }
  | { readonly task: string }

/** The role that row security binds. It cannot log in. */
export const actingRole = 'schakel_acting'

/**
 * Runs `work` in one transaction in which only rows of this actor exist. Not nestable, as `transaction` is not.
 * @throws whatever `work` throws; then nothing of it stays.
 */
export async function actAs<T>(db: Database, who: ActingAs, work: (db: ActingDatabase) => Promise<T>): Promise<T> {
  const bypasses = await passesByRowSecurity(db)
  return db.transaction(async (inside) => work(await become(inside, who, bypasses)))
}

/**
 * Inside a transaction that is open already (an import, a batch): from here on only rows of this actor exist in it.
 * Prefer `actAs`.
 */
export async function becoming(inside: Database, who: ActingAs): Promise<ActingDatabase> {
  return become(inside, who, await askIfBypasses(inside))
}

async function become(inside: Database, who: ActingAs, bypasses: boolean): Promise<ActingDatabase> {
  await inside.query(
    `select set_config('schakel.account', $1, true), set_config('schakel.organisations', $2, true), set_config('schakel.task', $3, true)
       ${bypasses ? `, set_config('role', '${actingRole}', true)` : ''}`,
    [
      'account' in who ? who.account : '',
      'organisations' in who ? who.organisations.join(',') : '',
      'task' in who ? who.task : '',
    ],
  )
  return inside as ActingDatabase
}

/**
 * A part of the work of an actor that touches what the actor may not see, as the anonymous profile that goes when a consent is withdrawn.
 * Inside, the rows are those of the task; afterwards those of the actor again. Few may call it (`src/architecture.test.ts`).
 */
export async function asTask<T>(inside: ActingDatabase, task: string, work: (db: ActingDatabase) => Promise<T>): Promise<T> {
  const [before] = await inside.query<{ task: string | null }>(`select current_setting('schakel.task', true) as task`)
  await inside.query(`select set_config('schakel.task', $1, true)`, [task])
  const result = await work(inside)
  // Not in a `finally`: after an error the transaction is over, and asking it anything would hide that error.
  await inside.query(`select set_config('schakel.task', $1, true)`, [before?.task ?? ''])
  return result
}

/**
 * Makes the role where it is needed and gives it the tables there are now. Runs after every migration and every restore.
 * @throws Error when the user of the database passes by row security and may not make a role.
 */
export async function prepareActing(inside: Database): Promise<void> {
  if (!(await askIfBypasses(inside))) return
  await inside.runScript(`
    do $$
    begin
      begin
        create role ${actingRole} nologin;
      exception when duplicate_object or unique_violation then
        null; -- roles belong to the whole server: another record made it
      end;
      execute format('grant usage on schema %I to ${actingRole}', current_schema());
      execute format('grant select, insert, update, delete on all tables in schema %I to ${actingRole}', current_schema());
      execute format('grant usage, select on all sequences in schema %I to ${actingRole}', current_schema());
    end $$;`)
}

/** Of a database that is open for long: its user does not change. */
const known = new WeakMap<Database, Promise<boolean>>()

function passesByRowSecurity(db: Database): Promise<boolean> {
  const answer = known.get(db) ?? askIfBypasses(db)
  known.set(db, answer)
  return answer
}

/** Asked of the session's user: once the role is taken, the current user is the role. */
async function askIfBypasses(db: Database): Promise<boolean> {
  const [row] = await db.query<{ bypasses: boolean }>(
    'select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = session_user',
  )
  return row?.bypasses ?? true
}
