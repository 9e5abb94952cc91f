/**
 * ClickHouse in this process, twice: requirements sorted by demand, and vacancies with their requirements in arrays.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ownCpuMs } from './own-cpu.ts'
import { type Chdb, findChdb, howToInstall } from './packages.ts'
import type { OpenPeer, Peer, PeerFiles, PeerRows, Question } from './peer.ts'
import { coded, codedColumns, codedTerms, columns } from './sql.ts'

type Session = InstanceType<Chdb['Session']>

interface Way {
  readonly name: string
  readonly given: string
  /** Statements that make its table. */
  readonly tables: (files: PeerFiles) => readonly string[]
  readonly table: string
  readonly query: (question: Question) => string
}

const types: Readonly<Record<string, string>> = {
  ...{ id: 'UInt32', cell: 'UInt16', place: 'Int16', wage_max: 'Int32', days: 'UInt8', weights: 'UInt16', latest_start: 'Int16' },
  ...{ licences: 'UInt16', diploma: 'Int16' },
}
const typeOf = (name: string): string => types[name] ?? 'Int8'
const inFile = columns.map((column) => ('silent' in column ? `${column.name} Nullable(Int32)` : `${column.name} Int32`))
const vacanciesIn = ({ vacancies }: PeerFiles): string => `file('${vacancies}', 'TSV', '${inFile.join(', ')}')`
const requirementsIn = ({ requirements }: PeerFiles): string =>
  `file('${requirements}', 'TSV', 'vacancy UInt32, demand UInt32, weight UInt8')`
const defined = codedColumns.map(({ name }) => `${name} ${typeOf(name)}`)
const selected = codedColumns.map((column) => `cast(${coded(column)} as ${typeOf(column.name)}) as coded_${column.name}`)
const coarse = 'settings index_granularity = 2048'

const inCells = ({ cells }: Question): string[] =>
  cells === null ? [] : [cells.length === 0 ? '1 = 0' : `cell in (${cells.join(', ')})`]
const bitAnd = (column: string, bits: number): string => `bitAnd(${column}, ${bits})`
const creditOf = (demand: string, { demands, credits }: Question): string =>
  `transform(${demand}, [${demands.join(',')}]::Array(UInt32), [${credits.join(',')}]::Array(UInt16), 0::UInt16)`

const byDemand: Way = {
  name: 'ClickHouse, sorted by demand',
  given: 'every term beside every requirement, without nulls, sorted by demand and part of the country',
  tables: (files) => [
    `create table asked (demand UInt32, weight UInt8, ${defined.join(', ')}) engine = MergeTree order by (demand, cell, id) ${coarse}`,
    `insert into asked select demand, weight, v.* from ${requirementsIn(files)} r
      join (select ${selected.join(', ')} from ${vacanciesIn(files)} where carried = 0) v on v.coded_id = r.vacancy`,
    'optimize table asked final',
  ],
  table: 'asked',
  query: (question) => `
select id, sum(weight * ${creditOf('demand', question)}) as worth, any(weights) as outOf from asked
where demand in (${question.demands.join(', ')}) and ${[...inCells(question), ...codedTerms(question, bitAnd)].join('\n  and ')}
group by id order by worth / outOf desc, id limit 20`,
}

const inArrays: Way = {
  name: 'ClickHouse, requirements in arrays',
  given: 'a row a vacancy with its requirements in arrays, without nulls, sorted by part of the country',
  tables: (files) => [
    `create table vacancy (${defined.join(', ')}, demands Array(UInt32), asks Array(UInt8)) engine = MergeTree order by (cell, id) ${coarse}`,
    `insert into vacancy select v.*, demands, asks
      from (select ${selected.join(', ')} from ${vacanciesIn(files)} where carried = 0) v
      join (select vacancy, groupArray(demand) as demands, groupArray(weight) as asks from ${requirementsIn(files)} group by vacancy) r
      on v.coded_id = r.vacancy`,
    'optimize table vacancy final',
  ],
  table: 'vacancy',
  query: (question) => `
select id, arraySum((d, w) -> w * ${creditOf('d', question)}, demands, asks) as worth, weights as outOf from vacancy
where ${[...inCells(question), ...codedTerms(question, bitAnd)].join('\n  and ')}
order by worth / outOf desc, id limit 20`,
}

export const clickhousePeers: readonly Peer[] = [byDemand, inArrays].map((way) => ({
  name: way.name,
  given: way.given,
  target: 50,
  missing: async () => (findChdb() === undefined ? `chdb is not installed: ${howToInstall}` : undefined),
  open: (rows) => open(way, rows),
}))

async function open(way: Way, { files, folder }: PeerRows): Promise<OpenPeer> {
  const { Session } = findChdb() as Chdb
  const path = mkdtempSync(join(folder, 'clickhouse-'))
  const session: Session = new Session(path)
  for (const statement of way.tables(files)) session.query(statement)
  const one = (sql: string): string => session.query(sql, 'TSV').trim()
  return {
    version: `ClickHouse ${one('select version()')} (chdb)`,
    bytes: Number(one(`select sum(bytes_on_disk) from system.parts where active and table = '${way.table}'`)),
    prepare: (question) => {
      const sql = way.query(question)
      return async () => {
        const lines = session.query(sql, 'TSV').split('\n').slice(0, -1)
        const best = lines.map((line) => {
          const [vacancy, worth, weights] = line.split('\t').map(Number) as [number, number, number]
          return { vacancy, of: worth, outOf: weights * 1200 }
        })
        return { best }
      }
    },
    cpuMs: ownCpuMs,
    close: async () => {
      session.close()
      rmSync(path, { recursive: true, force: true })
    },
  }
}
