import type { ActingDatabase } from '../../platform/index.ts'
import type { Kit, KitContent, KitCopy, KitState, PublishedKit } from './kit.ts'

const time = (milliseconds: number): string => new Date(milliseconds).toISOString()
const millis = (value: unknown): number => new Date(value as Date).getTime()
const maybe = (value: unknown): string | undefined => (value as string | null) ?? undefined

const kitColumns = 'id, organisation, demo, initiative, programme, state, content, version, published, changed_at'

export async function findKit(inside: ActingDatabase, id: string, lock = false): Promise<Kit | undefined> {
  const [row] = await inside.query(`select ${kitColumns} from handover_kit where id = $1${lock ? ' for update' : ''}`, [id])
  return row && toKit(row)
}

/** The last changed first. */
export async function listKits(inside: ActingDatabase, organisation: string): Promise<Kit[]> {
  const rows = await inside.query(`select ${kitColumns} from handover_kit where organisation = $1 order by changed_at desc, id`, [
    organisation,
  ])
  return rows.map(toKit)
}

export async function saveKit(inside: ActingDatabase, kit: Kit): Promise<void> {
  await inside.query(
    `insert into handover_kit (${kitColumns}) values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10::timestamptz)
     on conflict (id) do update set initiative = excluded.initiative, programme = excluded.programme, state = excluded.state,
       content = excluded.content, version = excluded.version, published = excluded.published, changed_at = excluded.changed_at`,
    [
      ...[kit.id, kit.organisation, kit.demo, kit.initiative ?? null, kit.programme ?? null, kit.state],
      ...[JSON.stringify(kit.content), kit.version, kit.published, time(kit.changedAt)],
    ],
  )
}

export async function removeKit(inside: ActingDatabase, id: string): Promise<void> {
  await inside.query('delete from handover_kit where id = $1', [id])
}

export async function addVersion(
  inside: ActingDatabase,
  kit: string,
  number: number,
  content: KitContent,
  at: number,
): Promise<void> {
  await inside.query(
    `insert into handover_version (kit, number, content, published_at) values ($1, $2, $3::jsonb, $4::timestamptz)`,
    [kit, number, JSON.stringify(content), time(at)],
  )
}

/** The last version that was published, also of a kit that was withdrawn: who took it over may still look. */
export async function findVersion(
  task: ActingDatabase,
  kit: string,
): Promise<
  { readonly number: number; readonly content: KitContent; readonly publishedAt: number; readonly state: KitState } | undefined
> {
  const [row] = await task.query(
    `select v.number, v.content, v.published_at, k.state from handover_version v join handover_kit k on k.id = v.kit and k.published = v.number
      where v.kit = $1`,
    [kit],
  )
  return (
    row && {
      ...{ number: row.number as number, content: row.content as KitContent, state: row.state as KitState },
      publishedAt: millis(row.published_at),
    }
  )
}

/** As a task, for everybody: the newest first. */
export async function listPublished(
  task: ActingDatabase,
  where: { readonly id?: string; readonly initiative?: string } = {},
): Promise<Omit<PublishedKit, 'contacts'>[]> {
  const rows = await task.query(
    `select k.id, k.organisation, o.name, k.demo, k.initiative, k.programme, v.number, v.content, v.published_at
  from handover_kit k join handover_version v on v.kit = k.id and v.number = k.published join organisation o on o.id = k.organisation
  where k.state = 'published' and o.closed_at is null and ($1::text is null or k.id = $1) and ($2::text is null or k.initiative = $2) order by v.published_at desc, k.id limit 200`,
    [where.id ?? null, where.initiative ?? null],
  )
  return rows.map((row) => ({
    ...{ id: row.id as string, organisation: row.organisation as string, organisationName: row.name as string },
    ...{ demo: row.demo === true, initiative: maybe(row.initiative), programme: maybe(row.programme) },
    ...{ number: row.number as number, content: row.content as KitContent, publishedAt: millis(row.published_at) },
  }))
}

/** Who put themselves down and is still a member. */
export async function listContacts(
  task: ActingDatabase,
  kit: string,
): Promise<{ readonly account: string; readonly name: string; readonly email: string }[]> {
  const rows = await task.query<{ account: string; name: string | null; email: string }>(
    `select c.account, a.name, a.email from handover_contact c join member m on m.organisation = c.organisation and m.account = c.account
       join account a on a.id = c.account where c.kit = $1 order by c.said_yes_at, c.account`,
    [kit],
  )
  return rows.map(({ account, name, email }) => ({ account, name: name ?? email, email }))
}

export async function addContact(
  inside: ActingDatabase,
  of: { readonly kit: string; readonly organisation: string; readonly account: string },
  at: number,
): Promise<void> {
  await inside.query(
    `insert into handover_contact (kit, organisation, account, said_yes_at) values ($1, $2, $3, $4::timestamptz) on conflict do nothing`,
    [of.kit, of.organisation, of.account, time(at)],
  )
}

export async function removeContact(inside: ActingDatabase, kit: string, account: string): Promise<void> {
  await inside.query('delete from handover_contact where kit = $1 and account = $2', [kit, account])
}

const copyColumns = `id, organisation, demo, kit, from_organisation, from_name, base_number, base, content, version, taken_at, changed_at`

export async function findCopy(inside: ActingDatabase, id: string, lock = false): Promise<KitCopy | undefined> {
  const [row] = await inside.query(`select ${copyColumns} from handover_copy where id = $1${lock ? ' for update' : ''}`, [id])
  return row && toCopy(row)
}

/** The last changed first. */
export async function listCopies(inside: ActingDatabase, organisation: string): Promise<KitCopy[]> {
  const rows = await inside.query(
    `select ${copyColumns} from handover_copy where organisation = $1 order by changed_at desc, id`,
    [organisation],
  )
  return rows.map(toCopy)
}

export async function saveCopy(inside: ActingDatabase, one: KitCopy): Promise<void> {
  await inside.query(
    `insert into handover_copy (${copyColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10, $11::timestamptz, $12::timestamptz)
     on conflict (id) do update set base_number = excluded.base_number, base = excluded.base, content = excluded.content,
       version = excluded.version, changed_at = excluded.changed_at`,
    [
      ...[one.id, one.organisation, one.demo, one.kit, one.fromOrganisation, one.fromName, one.baseNumber],
      ...[JSON.stringify(one.base), JSON.stringify(one.content), one.version, time(one.takenAt), time(one.changedAt)],
    ],
  )
}

export async function removeCopy(inside: ActingDatabase, id: string): Promise<void> {
  await inside.query('delete from handover_copy where id = $1', [id])
}

/** How many organisations took a kit over; as a task. */
export async function countCopies(task: ActingDatabase, kit: string): Promise<number> {
  const [row] = await task.query<{ count: number }>(
    'select count(*)::int as count from handover_copy where kit = $1 and not demo',
    [kit],
  )
  return row?.count ?? 0
}

/** One at a time of an organisation, until the transaction ends. */
export async function lockTakingOver(inside: ActingDatabase, organisation: string): Promise<void> {
  await inside.query(`select pg_advisory_xact_lock(hashtext('schakel handover ' || current_schema() || $1))`, [organisation])
}

/** Those of these dated rules that the record has. */
export async function rulesThere(inside: ActingDatabase, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await inside.query<{ id: string }>('select distinct id from rule where id = any($1::text[])', [ids])
  return new Set(rows.map(({ id }) => id))
}

export async function isOrganisation(inside: ActingDatabase, id: string): Promise<boolean> {
  return (await inside.query('select 1 from organisation where id = $1', [id])).length > 0
}

function toKit(row: Record<string, unknown>): Kit {
  return {
    ...{ id: row.id as string, organisation: row.organisation as string, demo: row.demo === true },
    ...{ initiative: maybe(row.initiative), programme: maybe(row.programme), state: row.state as KitState },
    ...{ content: row.content as KitContent, version: row.version as number, published: row.published as number },
    changedAt: millis(row.changed_at),
  }
}

function toCopy(row: Record<string, unknown>): KitCopy {
  return {
    ...{ id: row.id as string, organisation: row.organisation as string, demo: row.demo === true, kit: row.kit as string },
    ...{ fromOrganisation: row.from_organisation as string, fromName: row.from_name as string },
    ...{ baseNumber: row.base_number as number, base: row.base as KitContent, content: row.content as KitContent },
    ...{ version: row.version as number, takenAt: millis(row.taken_at), changedAt: millis(row.changed_at) },
  }
}
