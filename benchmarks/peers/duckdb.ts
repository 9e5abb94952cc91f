/** DuckDB in this process, in memory: every term beside every requirement, sorted by demand. */

import { ownCpuMs } from './own-cpu.ts'
import { type DuckDb, findDuckDb, howToInstall } from './packages.ts'
import type { OpenPeer, Peer, PeerRows, Question } from './peer.ts'
import { bitAndSign, coded, codedColumns, codedTerms, columns, worthRows } from './sql.ts'

const types: Readonly<Record<string, string>> = { id: 'integer', wage_max: 'integer' }
const selected = codedColumns.map((column) => `${coded(column)}::${types[column.name] ?? 'smallint'} as ${column.name}`)
const inFile = columns.map(({ name }) => `'${name}': 'INTEGER'`).join(', ')

export const duckdbPeer: Peer = {
  name: 'DuckDB, sorted by demand',
  given: 'every term beside every requirement, without nulls, sorted by demand and part of the country',
  missing: async () => (findDuckDb() === undefined ? `@duckdb/node-api is not installed: ${howToInstall}` : undefined),
  open,
}

async function open({ files }: PeerRows): Promise<OpenPeer> {
  const duck = findDuckDb() as DuckDb
  const instance = await duck.DuckDBInstance.create(':memory:')
  const db = await instance.connect()
  const readFile = (file: string, names: string): string =>
    `read_csv('${file}', delim = '\t', header = false, nullstr = '\\N', columns = {${names}})`
  await db.run(`create table asked as select r.demand, r.weight, v.*
    from ${readFile(files.requirements, "'vacancy': 'INTEGER', 'demand': 'INTEGER', 'weight': 'SMALLINT'")} r
    join (select ${selected.join(', ')} from ${readFile(files.vacancies, inFile)} where carried = 0) v on v.id = r.vacancy
    order by r.demand, v.cell, v.id`)
  const bytes = (await db.runAndReadAll('select sum(memory_usage_bytes) from duckdb_memory()')).getRows()
  const version = (await db.runAndReadAll('select version()')).getRows()
  return {
    version: `DuckDB ${String(version[0]?.[0])}`,
    bytes: Number(bytes[0]?.[0]),
    prepare: (question) => {
      const statement = db.prepare(queryFor(question))
      return async () => {
        const rows = (await (await statement).runAndReadAll()).getRows()
        return {
          best: rows.map(([vacancy, worth, weights]) => ({
            vacancy: Number(vacancy),
            of: Number(worth),
            outOf: Number(weights) * 1200,
          })),
        }
      }
    },
    cpuMs: ownCpuMs,
    close: async () => {
      db.closeSync()
      instance.closeSync()
    },
  }
}

function queryFor(question: Question): string {
  const terms = codedTerms(question, bitAndSign)
  return `
select id, sum(weight * credit) as worth, any_value(weights) as weights
from asked join (values ${worthRows(question)}) w (demand, credit) using (demand)
where ${terms.join('\n  and ')}
group by id order by worth / any_value(weights) desc, id limit 20`
}
