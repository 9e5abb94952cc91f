/** PostgreSQL, three times: as anybody would have it, and twice as an expert might. */
import { existsSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { findPostgresPrograms, type PostgresCluster, startPostgresCluster } from '../../test/house/postgres-cluster.ts'
import type { Answered, OpenPeer, Peer, PeerFiles, PeerRows, Question } from './peer.ts'
import { bitAndSign, coded, codedColumns, codedTerms, plainTerms, worthRows } from './sql.ts'

/** What one of them has in the database, and how it asks. */
interface Way {
  readonly name: string
  readonly given: string
  readonly target: number
  /** Statements, after the vacancies and requirements are in their tables. */
  readonly tables: (files: PeerFiles) => readonly string[]
  /**
   * Tables (with their indexes) that its question reads: what counts as its size, and what is vacuumed and analysed.
   */
  readonly reads: readonly string[]
  readonly query: (question: Question) => string
  /** A node that must stand in the plan, so that the table says what was measured. */
  readonly planned?: string
}

const baseTables = `
create table vacancy (
  id integer, cell smallint, place smallint, remote_share smallint, hours_min smallint, hours_max smallint, days smallint, wage_max integer,
  work_level smallint, or_years smallint, diploma smallint, experience_years smallint, certificate boolean not null,
  sponsors boolean not null, latest_start smallint, carried boolean not null, weights smallint not null, nl smallint, en smallint,
  licences smallint);
create table requirement (vacancy integer not null, demand integer not null, weight smallint not null)`

const copy = (table: string, file: string): string => `copy ${table} from '${file}'`

/** Narrow ones first, as the filter of an index reads a tuple up to the last column that it needs. */
const codedList = codedColumns.filter(({ name }) => name !== 'id' && name !== 'cell')
const codedSelect = codedList.map((column) => {
  const isFlag = column.name === 'certificate' || column.name === 'sponsors'
  return `${isFlag ? `${column.name}::integer` : coded(column)}::${column.name === 'wage_max' ? 'integer' : 'smallint'} as ${column.name}`
})
const codedNames = codedList.map(({ name }) => name).join(', ')
const best = (worth: string, weights: string): string => `order by ${worth}::float8 / ${weights} desc, vacancy limit 20`

const plain: Way = {
  name: 'PostgreSQL, plain',
  given: 'a normalised schema with primary keys, foreign keys and an index on the demand with what it joins by',
  target: 1000,
  tables: (files) => [
    'alter table vacancy add primary key (id), drop column nl, drop column en, drop column licences, drop column cell',
    'alter table requirement add primary key (vacancy, demand), add foreign key (vacancy) references vacancy',
    'create table vacancy_language (vacancy integer not null references vacancy, code text not null, level smallint not null)',
    copy('vacancy_language', files.languages),
    'alter table vacancy_language add primary key (vacancy, code)',
    'create table vacancy_licence (vacancy integer not null references vacancy, code text not null)',
    copy('vacancy_licence', files.licences),
    'alter table vacancy_licence add primary key (vacancy, code)',
    'create index requirement_demand on requirement (demand) include (vacancy, weight)',
  ],
  reads: ['vacancy', 'requirement', 'vacancy_language', 'vacancy_licence'],
  query: (question) => `
select r.vacancy, sum(r.weight * w.credit) as worth, v.weights
from (values ${worthRows(question)}) w (demand, credit) join requirement r using (demand) join vacancy v on v.id = r.vacancy
where ${plainTerms(question).join('\n  and ')}
  and not exists (select from vacancy_language l where l.vacancy = v.id
    and l.level > case l.code when 'nl' then ${question.nl} when 'en' then ${question.en} else 0 end)
  and not exists (select from vacancy_licence l where l.vacancy = v.id and l.code <> all('${heldLicences(question)}'))
group by r.vacancy, v.weights ${best('sum(r.weight * w.credit)', 'v.weights')}`,
}

const termsFirst: Way = {
  name: 'PostgreSQL, terms first',
  given:
    'all terms of a vacancy in one row of narrow columns without nulls, and an index by vacancy that covers its requirements',
  target: 200,
  tables: () => [
    `create table flat as select id, cell, ${codedSelect.join(', ')} from vacancy where not carried order by id`,
    'alter table flat add primary key (id)',
    'create index requirement_covering on requirement (vacancy) include (demand, weight)',
  ],
  reads: ['flat', 'requirement'],
  query: (question) => `
with eligible as materialized (select id, weights from flat where ${codedTerms(question, bitAndSign).join('\n  and ')})
select r.vacancy, sum(r.weight * w.credit) as worth, e.weights
from eligible e join requirement r on r.vacancy = e.id join (values ${worthRows(question)}) w (demand, credit) using (demand)
group by r.vacancy, e.weights ${best('sum(r.weight * w.credit)', 'e.weights')}`,
}

const covering: Way = {
  name: 'PostgreSQL, covering index',
  given: 'every term beside every requirement in one index, in narrow columns without nulls, read by itself (index-only)',
  target: 200,
  tables: () => [
    `create table asked as select r.demand, v.id as vacancy, r.weight, ${codedSelect.join(', ')}
      from requirement r join vacancy v on v.id = r.vacancy where not carried`,
    `create index asked_covering on asked (demand, vacancy) include (weight, ${codedNames})`,
  ],
  reads: ['asked'],
  query: (question) => `
select vacancy, sum(weight * credit) as worth, weights
from (values ${worthRows(question)}) w (demand, credit) join asked using (demand)
where ${codedTerms(question, bitAndSign).join('\n  and ')}
group by vacancy, weights ${best('sum(weight * credit)', 'weights')}`,
  planned: 'Index Only Scan using asked_covering',
}

export const postgresPeers: readonly Peer[] = [plain, termsFirst, covering].map((way) => ({
  name: way.name,
  given: way.given,
  target: way.target,
  missing: async () =>
    findPostgresPrograms() === undefined ? 'PostgreSQL is not installed: npm run setup:test installs it' : undefined,
  open: (rows) => open(way, rows),
}))

/**
 * Everything fits in memory. Just-in-time compiling and parallel workers were slower, and the engine has one thread
 * too.
 */
const serverSettings = ['shared_buffers=4GB', 'max_wal_size=8GB', 'wal_level=minimal', 'max_wal_senders=0']
const sessionSettings = [
  ...['jit = off', 'max_parallel_workers_per_gather = 0', "work_mem = '256MB'", "maintenance_work_mem = '1GB'"],
  ...['random_page_cost = 1.1', "effective_cache_size = '8GB'", 'synchronous_commit = off'],
]

async function open(way: Way, rows: PeerRows): Promise<OpenPeer> {
  const cluster = await startPostgresCluster(findPostgresPrograms() as string, undefined, serverSettings)
  const db = new pg.Client(cluster.url)
  try {
    await db.connect()
    return await load(way, rows, db, cluster)
  } catch (error) {
    await db.end()
    await cluster.stop()
    throw error
  }
}

async function load(way: Way, { files }: PeerRows, db: pg.Client, cluster: PostgresCluster): Promise<OpenPeer> {
  const one = async (sql: string): Promise<unknown> => (await db.query({ text: sql, rowMode: 'array' })).rows[0]?.[0]
  for (const setting of sessionSettings) await db.query(`set ${setting}`)
  await db.query(baseTables)
  await db.query(copy('vacancy', files.vacancies))
  await db.query(copy('requirement', files.requirements))
  for (const statement of way.tables(files)) await db.query(statement)
  for (const table of way.reads) await db.query(`vacuum analyze ${table}`)
  const backend = Number(await one('select pg_backend_pid()'))
  const sizes = way.reads.map((table) => `pg_total_relation_size('${table}')`)
  let asked = 0
  let planChecked = false
  return {
    version: `PostgreSQL ${String(await one('show server_version')).split(' ')[0]}`,
    bytes: Number(await one(`select ${sizes.join(' + ')}`)),
    prepare: (question) => {
      // Parsed and planned once: without parameters the plan of a prepared statement is kept, and knows what is
      // asked.
      const query = { name: `question ${asked++}`, text: way.query(question), rowMode: 'array' as const }
      return async () => {
        if (!planChecked && way.planned) await checkPlan(db, query.text, way.planned)
        planChecked = true
        return answered((await db.query(query)).rows)
      }
    },
    cpuMs: () => cpuOf(backend),
    close: async () => {
      await db.end()
      await cluster.stop()
    },
  }
}

function answered(rows: readonly unknown[][]): Answered {
  return {
    best: rows.map(([vacancy, worth, weights]) => ({
      vacancy: Number(vacancy),
      of: Number(worth),
      outOf: Number(weights) * 1200,
    })),
  }
}

async function checkPlan(db: pg.Client, text: string, planned: string): Promise<void> {
  const plan = (await db.query({ text: `explain ${text}`, rowMode: 'array' })).rows.map((row) => String(row[0]))
  if (!plan.some((line) => line.includes(planned))) throw new Error(`the plan has no "${planned}":\n${plan.join('\n')}`)
}

/**
 * Of another process, which sleeps when this is asked, so that the count is up to date; where the system tells it
 * (Linux).
 */
function cpuOf(pid: number): number {
  const file = `/proc/${pid}/schedstat`
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ', 1)[0]) / 1e6 : Number.NaN
}

function heldLicences({ person }: Question): string {
  return `{${(person.licences ?? []).map((code) => `"${code}"`).join(',')}}`
}
