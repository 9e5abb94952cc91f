/**
 * What the benchmarks of imports share: a file per format in the temporary folder, imported into a PGlite in a folder of its own (or into
 * DATABASE_URL's PostgreSQL, in a schema of its own), with memory at a tenth and at the end.
 */
import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createModules, type Modules } from '../src/modules/index.ts'
import {
  createIds,
  type Database,
  type DatabasePlace,
  type Log,
  migrate,
  openDatabase,
  type Progress,
  systemClock,
} from '../src/platform/index.ts'

const silent: Log = { info() {}, warn() {}, error() {} }
const mib = 2 ** 20
const schema = 'schakel_bench_import'

/** Writes the file of one format. */
export interface FileWriter {
  readonly ending: string
  write(): Generator<string>
}

export interface MeasuredImports {
  /** Of the file, and for the line that is printed. */
  readonly name: string
  readonly rows: number
  readonly writers: Readonly<Record<string, FileWriter>>
  take(modules: Modules, file: string, progress: Progress): Promise<{ readonly message: string }>
}

/** The first argument; 20,000 without one. */
export function wantedRows(): number {
  return Number(process.argv[2] ?? 20_000)
}

/** Measures the formats that the further arguments name, or all. Ends the process. */
export async function measureImports(asked: MeasuredImports): Promise<never> {
  const wanted = process.argv.slice(3)
  const formats = wanted.length > 0 ? wanted : Object.keys(asked.writers)
  const folder = mkdtempSync(join(tmpdir(), 'schakel-bench-'))
  try {
    const [only, ...others] = formats
    // Each in a process of its own: memory that one leaves behind is not the next one's.
    if (others.length === 0) await measure(asked, only ?? '', folder)
    else
      for (const format of formats)
        spawnSync(process.execPath, [process.argv[1] ?? '', String(asked.rows), format], { stdio: 'inherit' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  process.exit()
}

async function measure({ name, rows, writers, take }: MeasuredImports, format: string, folder: string): Promise<void> {
  const writer = writers[format]
  if (!writer) throw new Error(`There is no format "${format}". There are: ${Object.keys(writers).join(', ')}.`)
  const file = join(folder, `${name}.${writer.ending}`)
  await pipeline(Readable.from(writer.write()), createWriteStream(file))
  const db = await openEmpty(folder)
  const modules = await createModules({ db, clock: systemClock, ids: createIds(systemClock), log: silent })
  await modules.skills.loadStarter(join(import.meta.dirname, '../data/vocabulary'))
  let atTenth = 0
  let highest = 0
  const begun = performance.now()
  const report = await take(modules, file, ({ done }) => {
    const now = process.memoryUsage.rss()
    if (atTenth === 0 && done >= rows / 10) atTenth = now
    highest = Math.max(highest, now)
  })
  const seconds = (performance.now() - begun) / 1000
  const inMib = (bytes: number): string => (bytes / mib).toFixed(0)
  console.log(
    `${format} on ${db.kind}: ${rows} rows, ${inMib(statSync(file).size)} MB in ${seconds.toFixed(0)} s, ${(rows / seconds).toFixed(0)} a second; memory ${inMib(atTenth)} MB at a tenth, ${inMib(process.memoryUsage.rss())} MB at the end, ${inMib(highest)} MB at most. ${report.message}`,
  )
  await db.close()
  rmSync(file)
}

async function openEmpty(folder: string): Promise<Database> {
  const url = process.env.DATABASE_URL
  const place: DatabasePlace = url
    ? { kind: 'postgresql', url, schema }
    : { kind: 'pglite', folder: mkdtempSync(join(folder, 'pglite-')) }
  if (url) {
    const owner = await openDatabase({ kind: 'postgresql', url }, silent)
    await owner.runScript(`drop schema if exists ${schema} cascade; create schema ${schema}`)
    await owner.close()
  }
  const db = await openDatabase(place, silent)
  await migrate(db)
  return db
}
