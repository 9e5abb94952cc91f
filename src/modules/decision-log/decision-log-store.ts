import { type ActingDatabase, Conflict } from '../../platform/index.ts'
import type { ChainedEntry, Head, Link, Part } from './chain.ts'
import type { Checkpoint } from './checkpoint.ts'

/** A part about somebody with the entry that it belongs to. */
export interface SeenRow {
  readonly entry: string
  readonly at: number
  readonly what: string
  readonly organisation: string | null
  readonly organisationName: string | null
  readonly body: string
}

type LinkColumns = Link & Omit<EntryColumns, 'id'> & { readonly id: string | null } & Record<string, unknown>
type EntryColumns = Omit<ChainedEntry, 'at'> & { readonly at: Date }

const entryColumns =
  'entry.id, entry.at, entry.what, entry.organisation, entry.engine, entry.taxonomy, entry.transfer, entry.leaves, entry.removed'
const linkColumns = 'link.number, link.entry, link.previous, link.hash, link.key_id as "keyId", link.seal'

const parseEntry = ({ id, at, what, organisation, engine, taxonomy, transfer, leaves, removed }: EntryColumns): ChainedEntry => ({
  id,
  at: at.getTime(),
  what,
  organisation,
  engine,
  taxonomy,
  transfer,
  leaves,
  removed,
})

const timestamp = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** Writes an entry with its parts, to be chained later. Waits for nobody. */
export async function addEntry(inside: ActingDatabase, entry: ChainedEntry, parts: readonly Part[]): Promise<void> {
  const { id, at, what, organisation, engine, taxonomy, transfer, leaves, removed } = entry
  // One statement: what is shown waits for it.
  await inside.query(
    `with entry as (
       insert into decision_entry (id, at, what, organisation, engine, taxonomy, transfer, leaves, removed)
       values ($1, $2::timestamptz, $3, $4, $5, $6, $7, $8::text[], $9)),
     waiting as (insert into decision_waiting (entry) values ($1))
     insert into decision_part (entry, position, kind, account, salt, body)
     select $1, * from unnest($10::int[], $11::text[], $12::text[], $13::text[], $14::text[])`,
    [
      ...[id, timestamp(at), what, organisation, engine, taxonomy, transfer, leaves, removed],
      parts.map(({ position }) => position),
      parts.map(({ kind }) => kind),
      parts.map(({ account }) => account),
      parts.map(({ salt }) => salt),
      parts.map(({ body }) => body),
    ],
  )
}

/** What was shown of this account, newest first. */
export async function listSeen(inside: ActingDatabase, account: string, limit: number): Promise<SeenRow[]> {
  const rows = await inside.query<Omit<SeenRow, 'at'> & { at: Date }>(
    `select entry.id as entry, entry.at, entry.what, entry.organisation, organisation.name as "organisationName", part.body
       from decision_part part join decision_entry entry on entry.id = part.entry
       left join organisation on organisation.id = entry.organisation
      where part.account = $1 and part.kind = 'about' order by entry.at desc, entry.id desc limit $2`,
    [account, limit],
  )
  return rows.map((row) => ({ ...row, at: row.at.getTime() }))
}

/** Where the chain ends, held until the transaction is over: who comes second waits. */
export async function takeHead(inside: ActingDatabase): Promise<Head> {
  const [head] = await inside.query<Head & Record<string, unknown>>(
    'select number, hash, key_id as "keyId", seal from decision_head for update',
  )
  if (!head) throw new Conflict('The row of decision_head is gone: the decision log cannot go on. Run: schakel audit verify')
  return head
}

export async function findHead(inside: ActingDatabase): Promise<Head | undefined> {
  const [head] = await inside.query<Head & Record<string, unknown>>(
    'select number, hash, key_id as "keyId", seal from decision_head',
  )
  return head
}

export async function moveHead(inside: ActingDatabase, { number, hash, keyId, seal }: Head): Promise<void> {
  await inside.query('update decision_head set number = $1, hash = $2, key_id = $3, seal = $4', [number, hash, keyId, seal])
}

/** Takes entries that wait, oldest first. */
export async function takeWaiting(inside: ActingDatabase, limit: number): Promise<ChainedEntry[]> {
  const rows = await inside.query<EntryColumns>(
    `with taken as (
       delete from decision_waiting where entry in (select entry from decision_waiting order by entry limit $1) returning entry)
     select ${entryColumns} from decision_entry entry join taken on taken.entry = entry.id order by entry.id`,
    [limit],
  )
  return rows.map(parseEntry)
}

export async function addLinks(inside: ActingDatabase, links: readonly Link[]): Promise<void> {
  await inside.query(
    `insert into decision_link (number, entry, previous, hash, key_id, seal)
     select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])`,
    [
      links.map(({ number }) => number),
      links.map(({ entry }) => entry),
      links.map(({ previous }) => previous),
      links.map(({ hash }) => hash),
      links.map(({ keyId }) => keyId),
      links.map(({ seal }) => seal),
    ],
  )
}

/** Links after this number up to that one, by number, with their entries. An entry that is gone is undefined. */
export async function linksAfter(
  inside: ActingDatabase,
  { after, upTo, limit }: { readonly after: number; readonly upTo: number; readonly limit: number },
): Promise<{ readonly link: Link; readonly entry: ChainedEntry | undefined }[]> {
  const rows = await inside.query<LinkColumns>(
    `select ${linkColumns}, ${entryColumns}
       from decision_link link left join decision_entry entry on entry.id = link.entry
      where link.number > $1 and link.number <= $2 order by link.number limit $3`,
    [after, upTo, limit],
  )
  return rows.map(({ number, entry, previous, hash, keyId, seal, id, ...rest }) => ({
    link: { number, entry, previous, hash, keyId, seal },
    entry: id === null ? undefined : parseEntry({ id, ...rest }),
  }))
}

export async function partsOf(
  inside: ActingDatabase,
  entries: readonly string[],
): Promise<(Part & { readonly entry: string })[]> {
  return inside.query<Part & { readonly entry: string } & Record<string, unknown>>(
    'select entry, position, kind, account, salt, body from decision_part where entry = any($1) order by entry, position',
    [entries],
  )
}

/** An entry that is neither in the chain nor waits for it: somebody took its link or its place in the line away. */
export async function findLoose(inside: ActingDatabase): Promise<string | undefined> {
  const [row] = await inside.query<{ id: string }>(
    `select id from decision_entry entry
      where not exists (select from decision_link link where link.entry = entry.id)
        and not exists (select from decision_waiting waiting where waiting.entry = entry.id) order by id limit 1`,
  )
  return row?.id
}

/** How many removed parts the entries tell of that wait for the chain. */
export async function removedInWaiting(inside: ActingDatabase): Promise<number> {
  const [row] = await inside.query<{ removed: number }>(
    'select coalesce(sum(entry.removed), 0)::int as removed from decision_waiting waiting join decision_entry entry on entry.id = waiting.entry',
  )
  return row?.removed ?? 0
}

/** The first link beyond the end that the head tells, both as they are now: the chain may have grown since the walk began. */
export async function findBeyond(inside: ActingDatabase): Promise<number | undefined> {
  const [row] = await inside.query<{ number: number | null }>(
    'select min(link.number) as number from decision_link link join decision_head head on link.number > head.number',
  )
  return row?.number ?? undefined
}

/** Removes the parts of an account, as who looked and as who was looked at. @returns how many. */
export async function removePartsOf(inside: ActingDatabase, account: string): Promise<number> {
  const rows = await inside.query('delete from decision_part where account = $1 returning entry', [account])
  return rows.length
}

/** Removes parts of entries that are older than so many months, some at a time. @returns how many. */
export async function removePartsAfter(
  inside: ActingDatabase,
  { now, months, limit }: { readonly now: number; readonly months: number; readonly limit: number },
): Promise<number> {
  const rows = await inside.query(
    `delete from decision_part part using (
       select old.entry, old.position from decision_part old join decision_entry entry on entry.id = old.entry
        where entry.at < $1::timestamptz - make_interval(months => $2) limit $3) gone
      where part.entry = gone.entry and part.position = gone.position returning part.entry`,
    [timestamp(now), months, limit],
  )
  return rows.length
}

export async function addCheckpoint(
  inside: ActingDatabase,
  { number, hash, at, publicKey, signature }: Checkpoint,
): Promise<void> {
  await inside.query(
    `insert into decision_checkpoint (number, hash, at, public_key, signature) values ($1, $2, $3::timestamptz, $4, $5)
     on conflict do nothing`,
    [number, hash, timestamp(at), publicKey, signature],
  )
}

export async function listCheckpoints(inside: ActingDatabase): Promise<Checkpoint[]> {
  const rows = await inside.query<Omit<Checkpoint, 'at'> & { at: Date }>(
    'select number, hash, at, public_key as "publicKey", signature from decision_checkpoint order by number, at',
  )
  return rows.map((row) => ({ ...row, at: row.at.getTime() }))
}

/** The last checkpoint, as far as it matters to whether a new one is due. */
export async function findLastCheckpoint(inside: ActingDatabase): Promise<Pick<Checkpoint, 'number' | 'at'> | undefined> {
  const [row] = await inside.query<{ number: number; at: Date }>(
    'select number, at from decision_checkpoint order by number desc, at desc limit 1',
  )
  return row && { number: row.number, at: row.at.getTime() }
}
