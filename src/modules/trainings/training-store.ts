import type { Database } from '../../platform/index.ts'
import { type OfferingRecord, offeringSchema, type Programme, programmeSchema } from './programme.ts'

export interface ProgrammeFilter {
  /** Words that must stand in the title or the name of the provider. */
  readonly text?: string | undefined
  /** An offering in this region, or online. */
  readonly region?: string | undefined
  /** Taught by the programme. */
  readonly skill?: string | undefined
}

export interface TrainingStore {
  list(filter: ProgrammeFilter, after: readonly [title: string, id: string] | undefined, limit: number): Promise<Programme[]>
  findProgramme(id: string): Promise<Programme | undefined>
  findOffering(id: string): Promise<OfferingRecord | undefined>
  offeringsOf(programmes: readonly string[]): Promise<OfferingRecord[]>
  /** Those of these ids that exist. */
  programmesById(ids: readonly string[]): Promise<Programme[]>
  /** Those of these ids that exist. */
  offeringsById(ids: readonly string[]): Promise<OfferingRecord[]>
  allProgrammes(): Promise<Programme[]>
  allOfferings(): Promise<OfferingRecord[]>
  /** Inserts or replaces, inside the transaction of `db`. */
  save(db: Database, programmes: readonly Programme[], offerings: readonly OfferingRecord[]): Promise<void>
  programmesOf(source: string): Promise<Programme[]>
  /** These programmes with their offerings, by id. */
  findMany(
    db: Database,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly programme: Programme; readonly offerings: readonly OfferingRecord[] }>>
  /** Saves programmes with exactly these offerings: others that they had go. */
  replaceMany(db: Database, programmes: readonly Programme[], offerings: readonly OfferingRecord[]): Promise<void>
  /** Their offerings go with them. */
  remove(db: Database, ids: readonly string[]): Promise<void>
  /** Of these ids of programmes and offerings, those that another source holds, with the name of that source. */
  takenByOthers(
    db: Database,
    source: string,
    programmes: readonly string[],
    offerings: readonly { readonly id: string }[],
  ): Promise<ReadonlyMap<string, string>>
  /** Their offerings go with them. */
  removeSource(db: Database, source: string): Promise<void>
  removeDemo(db: Database): Promise<void>
}

const programmeColumns = 'p.id, p.demo, p.title, p.provider, p.description, p.facts, p.source'
const offeringColumns = 'id, programme, demo, region, place_name, facts'
const batchSize = 500

export function createTrainingStore(db: Database): TrainingStore {
  const store: TrainingStore = {
    async list(filter, after, limit) {
      const rows = await db.query(
        `select ${programmeColumns} from programme p
         where ($1::text is null or strpos(lower(concat_ws(' ', p.title ->> 'nl', p.title ->> 'en', p.provider)), lower($1)) > 0)
           and ($2::text is null or exists (
             select 1 from offering o
             where o.programme = p.id and (o.region = $2 or (o.facts ->> 'online')::boolean)))
           and ($3::text is null or p.facts -> 'outcomes' @> jsonb_build_array(jsonb_build_object('skill', $3)))
           and ($4::text is null or (p.title ->> 'nl' collate "C", p.id collate "C") > ($4 collate "C", $5 collate "C"))
         order by p.title ->> 'nl' collate "C", p.id collate "C"
         limit $6`,
        [filter.text ?? null, filter.region ?? null, filter.skill ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
      )
      return rows.map(toProgramme)
    },
    async findProgramme(id) {
      const [row] = await db.query(`select ${programmeColumns} from programme p where p.id = $1`, [id])
      return row && toProgramme(row)
    },
    async findOffering(id) {
      const [row] = await db.query(`select ${offeringColumns} from offering where id = $1`, [id])
      return row && toOffering(row)
    },
    async offeringsOf(programmes) {
      const rows = await db.query(`select ${offeringColumns} from offering where programme = any($1::text[]) order by id`, [
        programmes,
      ])
      return rows.map(toOffering)
    },
    async programmesById(ids) {
      return (await db.query(`select ${programmeColumns} from programme p where p.id = any($1::text[])`, [ids])).map(toProgramme)
    },
    async offeringsById(ids) {
      return (await db.query(`select ${offeringColumns} from offering where id = any($1::text[])`, [ids])).map(toOffering)
    },
    async allProgrammes() {
      return (await db.query(`select ${programmeColumns} from programme p order by p.id`)).map(toProgramme)
    },
    async allOfferings() {
      return (await db.query(`select ${offeringColumns} from offering order by id`)).map(toOffering)
    },
    async save(inside, programmes, offerings) {
      for (const batch of batches(programmes)) {
        await inside.query(
          `insert into programme (id, demo, title, provider, description, facts, source)
           select record ->> 'id', (record ->> 'demo')::boolean, record -> 'title', record ->> 'provider', record -> 'description',
             record -> 'facts', record ->> 'source'
           from jsonb_array_elements($1::jsonb) as record
           on conflict (id) do update set demo = excluded.demo, title = excluded.title, provider = excluded.provider,
             description = excluded.description, facts = excluded.facts, source = excluded.source`,
          [JSON.stringify(batch)],
        )
      }
      for (const batch of batches(offerings)) {
        await inside.query(
          `insert into offering (id, programme, demo, region, place_name, facts)
           select record ->> 'id', record ->> 'programme', (record ->> 'demo')::boolean, record ->> 'region', record ->> 'placeName',
             record -> 'facts'
           from jsonb_array_elements($1::jsonb) as record
           on conflict (id) do update set programme = excluded.programme, demo = excluded.demo, region = excluded.region,
             place_name = excluded.place_name, facts = excluded.facts`,
          [JSON.stringify(batch)],
        )
      }
    },
    async programmesOf(source) {
      return (
        await db.query(`select ${programmeColumns} from programme p where p.source = $1 and not p.demo order by p.id`, [source])
      ).map(toProgramme)
    },
    async findMany(inside, ids) {
      const programmes = await inside.query(`select ${programmeColumns} from programme p where p.id = any($1::text[])`, [ids])
      const offerings = await inside.query(
        `select ${offeringColumns} from offering where programme = any($1::text[]) order by id collate "C"`,
        [ids],
      )
      const ofProgramme = Map.groupBy(offerings.map(toOffering), ({ programme }) => programme)
      return new Map(
        programmes
          .map(toProgramme)
          .map((programme) => [programme.id, { programme, offerings: ofProgramme.get(programme.id) ?? [] }] as const),
      )
    },
    async replaceMany(inside, programmes, offerings) {
      // Those that stay are written over: an offering that did not change is no change in the outbox.
      await inside.query('delete from offering where programme = any($1::text[]) and id <> all($2::text[])', [
        programmes.map(({ id }) => id),
        offerings.map(({ id }) => id),
      ])
      await store.save(inside, programmes, offerings)
    },
    async remove(inside, ids) {
      if (ids.length > 0) await inside.query('delete from programme where id = any($1::text[])', [ids])
    },
    async takenByOthers(inside, source, programmes, offerings) {
      const rows = await inside.query(
        `select p.id, p.source from programme p where p.id = any($1::text[]) and p.source <> $3
         union all
         select o.id, p.source from offering o join programme p on p.id = o.programme
         where o.id = any($2::text[]) and p.source <> $3`,
        [programmes, offerings.map(({ id }) => id), source],
      )
      return new Map(rows.map((row) => [String(row.id), String(row.source)]))
    },
    async removeSource(inside, source) {
      await inside.query('delete from programme where source = $1 and not demo', [source])
    },
    async removeDemo(inside) {
      await inside.query('delete from offering where demo')
      await inside.query('delete from programme where demo')
    },
  }
  return store
}

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += batchSize) yield all.slice(from, from + batchSize)
}

function toProgramme(row: Record<string, unknown>): Programme {
  return programmeSchema.parse(row) as Programme
}

function toOffering({ region, place_name: placeName, ...row }: Record<string, unknown>): OfferingRecord {
  return offeringSchema.parse({
    ...row,
    ...(region === null ? {} : { region }),
    ...(placeName === null ? {} : { placeName }),
  }) as OfferingRecord
}
