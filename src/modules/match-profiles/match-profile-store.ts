import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { PoolRow, Profile } from '../people/index.ts'
import type { MatchProfile, ShownProfile } from './match-profile.ts'

/** What is written down of somebody's shown profile. */
export interface ShownRow {
  readonly handle: string
  readonly demo: boolean
  readonly cell: string
  readonly shown: ShownProfile
}

export interface FoundRow extends PoolRow {
  /** Left out: of the demo world. */
  readonly account?: string
}

/** People who agreed to be found. Every method runs in the transaction of `inside`, and sees what its actor may see. */
export interface MatchProfileStore {
  /** Until the transaction ends nobody else comes, goes or changes: what is counted now stays so. */
  waitForOthers(inside: ActingDatabase): Promise<void>
  handleOf(inside: ActingDatabase, account: string): Promise<string | undefined>
  accountOf(inside: ActingDatabase, handle: string): Promise<string | undefined>
  /** Keeps a number for good. False when it was given out before. */
  takeHandle(inside: ActingDatabase, handle: string): Promise<boolean>
  putFound(inside: ActingDatabase, rows: readonly FoundRow[], now: number): Promise<void>
  /** What is shown of them goes with them. */
  removeFound(inside: ActingDatabase, handle: string): Promise<void>
  /** People of the demo world's pool, some of all kinds: of these its found people are made. */
  demoPeople(inside: ActingDatabase, limit: number): Promise<Pick<PoolRow, 'region' | 'profile'>[]>
  /** The demo world's; its numbers can be given out again. */
  removeDemo(inside: ActingDatabase): Promise<number>
  foundOf(inside: ActingDatabase, handles: readonly string[]): Promise<FoundRow[]>
  /** So many found people with ids after this one, by id. */
  foundAfter(inside: ActingDatabase, id: string, limit: number): Promise<FoundRow[]>
  /** Without a day: they wait for their place among others (`waiting`). */
  putShown(inside: ActingDatabase, rows: readonly ShownRow[], today?: DateText): Promise<void>
  /** Handles of who waits, some at a time. */
  waiting(inside: ActingDatabase, limit: number): Promise<string[]>
  find(inside: ActingDatabase, handles: readonly string[]): Promise<MatchProfile[]>
  shownOf(inside: ActingDatabase, handles: readonly string[]): Promise<ShownRow[]>
  /** Which cells are shown, and by how many. */
  cells(inside: ActingDatabase): Promise<{ readonly cell: string; readonly people: number }[]>
  /** How many people show each skill that anybody shows. */
  skills(inside: ActingDatabase): Promise<{ readonly skill: string; readonly people: number }[]>
  /** Of these cells, those that at least so many show. */
  cellsOfMany(inside: ActingDatabase, cells: readonly string[], least: number): Promise<string[]>
  /** Of these skills, those that at least so many show. */
  skillsOfMany(inside: ActingDatabase, skills: readonly string[], least: number): Promise<string[]>
  /** Who shows this cell, or one of these skills. */
  showing(inside: ActingDatabase, what: { readonly cell: string; readonly skills: readonly string[] }): Promise<string[]>
}

const batchSize = 500
const timestamp = (milliseconds: number): string => new Date(milliseconds).toISOString()

type FoundColumns = {
  readonly id: string
  readonly demo: boolean
  readonly region: string | null
  readonly profile: Profile
  readonly account: string | null
}
const foundColumns = 'id, demo, region, profile, account'

function toFound({ region, account, ...row }: FoundColumns): FoundRow {
  return { ...row, ...(region === null ? {} : { region }), ...(account === null ? {} : { account }) }
}

export function createMatchProfileStore(): MatchProfileStore {
  return {
    async waitForOthers(inside) {
      await inside.query("select 1 from revision where area = 'found' for no key update")
    },
    async handleOf(inside, account) {
      return (await inside.query<{ id: string }>('select id from found_person where account = $1', [account]))[0]?.id
    },
    async accountOf(inside, handle) {
      const [row] = await inside.query<{ account: string | null }>('select account from found_person where id = $1', [handle])
      return row?.account ?? undefined
    },
    async takeHandle(inside, handle) {
      const rows = await inside.query('insert into match_handle (handle) values ($1) on conflict do nothing returning 1', [
        handle,
      ])
      return rows.length > 0
    },
    async putFound(inside, rows, now) {
      for (let from = 0; from < rows.length; from += batchSize) {
        await inside.query(
          `insert into found_person (id, account, demo, region, profile, updated_at)
           select record ->> 'id', record ->> 'account', (record ->> 'demo')::boolean, record ->> 'region', record -> 'profile', $2::timestamptz
           from jsonb_array_elements($1::jsonb) as record
           on conflict (id) do update set region = excluded.region, profile = excluded.profile, updated_at = excluded.updated_at
           where (found_person.region, found_person.profile) is distinct from (excluded.region, excluded.profile)`,
          [JSON.stringify(rows.slice(from, from + batchSize)), timestamp(now)],
        )
      }
    },
    async removeFound(inside, handle) {
      await inside.query('delete from found_person where id = $1', [handle])
    },
    async demoPeople(inside, limit) {
      return inside.query<{ region: string; profile: Profile }>(
        'select region, profile from pool_person where demo and region is not null order by md5(id) limit $1',
        [limit],
      )
    },
    async removeDemo(inside) {
      await inside.query('delete from match_handle where handle in (select id from found_person where demo)')
      return (await inside.query('delete from found_person where demo returning 1')).length
    },
    async foundOf(inside, handles) {
      const rows = await inside.query<FoundColumns>(`select ${foundColumns} from found_person where id = any($1::text[])`, [
        handles,
      ])
      return rows.map(toFound)
    },
    async foundAfter(inside, id, limit) {
      const rows = await inside.query<FoundColumns>(
        `select ${foundColumns} from found_person where id > $1 order by id limit $2`,
        [id, limit],
      )
      return rows.map(toFound)
    },
    async putShown(inside, rows, today) {
      for (let from = 0; from < rows.length; from += batchSize) {
        await inside.query(
          `insert into match_profile (handle, demo, cell, skills, shown, coarsened_on)
           select record ->> 'handle', (record ->> 'demo')::boolean, record ->> 'cell',
             array(select jsonb_array_elements(record -> 'shown' -> 'skills') ->> 'skill'), record -> 'shown', $2::date
           from jsonb_array_elements($1::jsonb) as record
           on conflict (handle) do update
             set cell = excluded.cell, skills = excluded.skills, shown = excluded.shown, coarsened_on = excluded.coarsened_on
           where match_profile.shown is distinct from excluded.shown or match_profile.coarsened_on is null or excluded.coarsened_on is null`,
          [JSON.stringify(rows.slice(from, from + batchSize)), today ?? null],
        )
      }
    },
    async waiting(inside, limit) {
      const rows = await inside.query<{ handle: string }>(
        'select handle from match_profile where coarsened_on is null order by handle limit $1',
        [limit],
      )
      return rows.map(({ handle }) => handle)
    },
    async find(inside, handles) {
      return inside.query<{ handle: string; demo: boolean; shown: ShownProfile }>(
        'select handle, demo, shown from match_profile where handle = any($1::text[])',
        [handles],
      )
    },
    async shownOf(inside, handles) {
      return inside.query<{ handle: string; demo: boolean; cell: string; shown: ShownProfile }>(
        'select handle, demo, cell, shown from match_profile where handle = any($1::text[])',
        [handles],
      )
    },
    async cells(inside) {
      return inside.query<{ cell: string; people: number }>(
        'select cell, count(*)::int as people from match_profile group by cell',
      )
    },
    async skills(inside) {
      return inside.query<{ skill: string; people: number }>(
        'select skill, count(*)::int as people from match_profile, unnest(skills) as skill group by skill',
      )
    },
    async cellsOfMany(inside, cells, least) {
      const rows = await inside.query<{ cell: string }>(
        `select cell from unnest($1::text[]) as cell
         where (select count(*) from (select 1 from match_profile where match_profile.cell = cell.cell limit $2) as enough) >= $2`,
        [cells, least],
      )
      return rows.map(({ cell }) => cell)
    },
    async skillsOfMany(inside, skills, least) {
      const rows = await inside.query<{ skill: string }>(
        `select skill from unnest($1::text[]) as skill
         where (select count(*) from (select 1 from match_profile where match_profile.skills @> array[skill.skill] limit $2) as enough) >= $2`,
        [skills, least],
      )
      return rows.map(({ skill }) => skill)
    },
    async showing(inside, { cell, skills }) {
      const rows = await inside.query<{ handle: string }>(
        'select handle from match_profile where cell = $1 or skills && $2::text[] order by handle',
        [cell, skills],
      )
      return rows.map(({ handle }) => handle)
    },
  }
}
