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
  /** Those of these ids that exist and are not withdrawn. */
  programmesById(ids: readonly string[]): Promise<Programme[]>
  /** Those of these ids that exist, of programmes that are not withdrawn. */
  offeringsById(ids: readonly string[]): Promise<OfferingRecord[]>
  allProgrammes(): Promise<Programme[]>
  allOfferings(): Promise<OfferingRecord[]>
  /** Inserts or replaces, inside the transaction of `db`. */
  save(db: Database, programmes: readonly Programme[], offerings: readonly OfferingRecord[]): Promise<void>
  programmesOf(source: string): Promise<Programme[]>
  /** Programmes that this organisation keeps, withdrawn ones too, by id, inside the transaction of `db`. */
  programmesOfOrganisation(db: Database, organisation: string): Promise<Programme[]>
  /** Gives the demo programmes of this provider to an organisation of the demo. */
  giveDemoProgrammes(db: Database, provider: string, organisation: string): Promise<void>
  /** These programmes with their offerings, by id. */
  findMany(
    db: Database,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly programme: Programme; readonly offerings: readonly OfferingRecord[] }>>
  /** Saves programmes with exactly these offerings: others that they had go. */
  replaceMany(db: Database, programmes: readonly Programme[], offerings: readonly OfferingRecord[]): Promise<void>
  /** Those of the first source become those of the second. */
  takeOver(db: Database, ids: readonly string[], from: string, to: string): Promise<void>
  /** They are given no more. */
  withdraw(db: Database, ids: readonly string[]): Promise<void>
  /** Their offerings go with them. */
  remove(db: Database, ids: readonly string[]): Promise<void>
  /** Of these ids of programmes and offerings, those that another source holds, with the name of that source. */
  takenByOthers(
    db: Database,
    source: string,
    programmes: readonly string[],
    offerings: readonly { readonly id: string }[],
  ): Promise<ReadonlyMap<string, string>>
  /** The first id that another source holds, or an offering of another programme. */
  takenFrom(db: Database, programmes: readonly Programme[], offerings: readonly OfferingRecord[]): Promise<string | undefined>
  /** Their offerings go with them. */
  removeSource(db: Database, source: string): Promise<void>
  removeDemo(db: Database): Promise<void>
}

const programmeColumns = 'p.id, p.demo, p.title, p.provider, p.description, p.facts, p.source, p.organisation, p.state'
const offeringColumns = 'o.id, o.programme, o.demo, o.region, o.place_name, o.facts'
/** Only what is given. */
const given = `from offering o join programme p on p.id = o.programme and p.state = 'published'`
const batchSize = 500

export function createTrainingStore(db: Database): TrainingStore {
  const store: TrainingStore = {
    async list(filter, after, limit) {
      const rows = await db.query(
        `select ${programmeColumns} from programme p
         where p.state = 'published' and ($1::text is null or strpos(lower(concat_ws(' ', p.title ->> 'nl', p.title ->> 'en', p.provider)), lower($1)) > 0)
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
      const [row] = await db.query(`select ${offeringColumns} from offering o where o.id = $1`, [id])
      return row && toOffering(row)
    },
    async offeringsOf(programmes) {
      const rows = await db.query(`select ${offeringColumns} from offering o where o.programme = any($1::text[]) order by o.id`, [
        programmes,
      ])
      return rows.map(toOffering)
    },
    async programmesById(ids) {
      const rows = await db.query(
        `select ${programmeColumns} from programme p where p.id = any($1::text[]) and p.state = 'published'`,
        [ids],
      )
      return rows.map(toProgramme)
    },
    async offeringsById(ids) {
      return (await db.query(`select ${offeringColumns} ${given} where o.id = any($1::text[])`, [ids])).map(toOffering)
    },
    async allProgrammes() {
      return (await db.query(`select ${programmeColumns} from programme p where p.state = 'published' order by p.id`)).map(
        toProgramme,
      )
    },
    async allOfferings() {
      return (await db.query(`select ${offeringColumns} ${given} order by o.id`)).map(toOffering)
    },
    async save(inside, programmes, offerings) {
      for (const batch of batches(programmes)) {
        await inside.query(
          `insert into programme (id, demo, title, provider, description, facts, source, organisation, state)
           select record ->> 'id', (record ->> 'demo')::boolean, record -> 'title', record ->> 'provider', record -> 'description',
             record -> 'facts', record ->> 'source', record ->> 'organisation',
             case when record -> 'withdrawn' = 'true' then 'withdrawn' else 'published' end
           from jsonb_array_elements($1::jsonb) as record
           on conflict (id) do update set demo = excluded.demo, title = excluded.title, provider = excluded.provider,
             description = excluded.description, facts = excluded.facts, source = excluded.source,
             organisation = coalesce(excluded.organisation, programme.organisation), state = excluded.state`,
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
    async programmesOfOrganisation(inside, organisation) {
      return (
        await inside.query(`select ${programmeColumns} from programme p where p.organisation = $1 order by p.id`, [organisation])
      ).map(toProgramme)
    },
    async giveDemoProgrammes(inside, provider, organisation) {
      await inside.query(`update programme set organisation = $2, source = 'desk:' || $2::text where demo and provider = $1`, [
        provider,
        organisation,
      ])
    },
    async findMany(inside, ids) {
      const programmes = await inside.query(`select ${programmeColumns} from programme p where p.id = any($1::text[])`, [ids])
      const offerings = await inside.query(
        `select ${offeringColumns} from offering o where o.programme = any($1::text[]) order by o.id collate "C"`,
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
    async takeOver(inside, ids, from, to) {
      await inside.query('update programme set source = $3 where id = any($1::text[]) and source = $2', [ids, from, to])
    },
    async withdraw(inside, ids) {
      await inside.query(`update programme set state = 'withdrawn' where id = any($1::text[]) and state <> 'withdrawn'`, [ids])
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
    async takenFrom(inside, programmes, offerings) {
      const rows = await inside.query(
        `select p.id from programme p join jsonb_array_elements($1::jsonb) as one on p.id = one ->> 'id' and p.source <> one ->> 'source'
         union all
         select o.id from offering o join jsonb_array_elements($2::jsonb) as one on o.id = one ->> 'id' and o.programme <> one ->> 'programme'
         limit 1`,
        [
          JSON.stringify(programmes.map(({ id, source }) => ({ id, source }))),
          JSON.stringify(offerings.map(({ id, programme }) => ({ id, programme }))),
        ],
      )
      return rows[0] && String(rows[0].id)
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

function toProgramme({ organisation, state, ...row }: Record<string, unknown>): Programme {
  return programmeSchema.parse({
    ...row,
    ...(organisation === null ? {} : { organisation }),
    ...(state === 'withdrawn' ? { withdrawn: true } : {}),
  }) as Programme
}

function toOffering({ region, place_name: placeName, ...row }: Record<string, unknown>): OfferingRecord {
  return offeringSchema.parse({
    ...row,
    ...(region === null ? {} : { region }),
    ...(placeName === null ? {} : { placeName }),
  }) as OfferingRecord
}
