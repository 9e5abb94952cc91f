/** Migrated databases to copy from: the migrations take seconds, a copy a fraction of one. A template stays until what it is made of changes. */
import { createHash, type Hash, randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type Database, type Log, migrate, openDatabase, readMigrations } from '../src/platform/index.ts'

const root = join(import.meta.dirname, '..')
export const silentLog: Log = { info() {}, warn() {}, error() {} }

/** The migrations, and what is done around them. */
async function hashSchema(): Promise<Hash> {
  const hash = createHash('sha256')
  for (const { name, sql } of await readMigrations()) hash.update(name).update(sql)
  for (const file of ['src/platform/migrate.ts', 'src/platform/acting.ts', 'test/database-templates.ts'])
    hash.update(readFileSync(join(root, file)))
  return hash
}

const shortOf = (hash: Hash): string => hash.digest('hex').slice(0, 16)

/** Gives the same bytes each time, where a blob copies them; whoever unpacks them only reads. */
class KeptBlob extends Blob {
  readonly #bytes: ArrayBuffer

  constructor(file: Buffer<ArrayBuffer>) {
    super()
    this.#bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength)
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.#bytes)
  }
}

let pgliteDump: Promise<Blob> | undefined

/** The data folder of a migrated PGlite, as tar; kept between runs. */
export function pgliteTemplate(): Promise<Blob> {
  pgliteDump ??= findPgliteTemplate()
  return pgliteDump
}

async function findPgliteTemplate(): Promise<Blob> {
  const folder = join(root, 'node_modules/.cache/schakel')
  const program = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
  const hash = (await hashSchema()).update(readFileSync(join(program, '../package.json')))
  const file = join(folder, `pglite-${shortOf(hash)}.tar`)
  if (existsSync(file)) return new KeptBlob(readFileSync(file))
  const dump = await makePgliteTemplate()
  mkdirSync(folder, { recursive: true })
  removeOld(folder)
  const half = `${file}.${process.pid}`
  writeFileSync(half, new Uint8Array(await dump.arrayBuffer()))
  renameSync(half, file)
  return dump
}

/** Not those of today: another working copy may share this folder. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (name.startsWith('pglite-') && statSync(file).mtimeMs < Date.now() - 86_400_000) rmSync(file, { force: true })
  }
}

/** Each test unpacks it: files of the write-ahead log of one megabyte in place of sixteen, and none of the databases that nobody opens. */
async function makePgliteTemplate(): Promise<Blob> {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-template-'))
  try {
    await (await PGlite.create({ dataDir: folder, initDbStartParams: ['--wal-segsize=1'] })).close()
    const db = await openDatabase({ kind: 'pglite', folder }, silentLog)
    await migrate(db)
    await db.close()
    const pglite = await PGlite.create(folder)
    await pglite.exec(
      `update pg_database set datistemplate = false, datallowconn = true where datname in ('template0', 'template1')`,
    )
    for (const unused of ['template0', 'template1']) await pglite.exec(`drop database ${unused}`)
    // Cleared at each start; the worlds of tests are small.
    await pglite.exec(`alter system set shared_buffers = '16MB'`)
    const dump = await pglite.dumpDataDir('none')
    await pglite.close()
    return dump
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

let postgresName: Promise<string> | undefined

/** The name of a migrated database on this PostgreSQL; it stays there. @param host of the server, with the right to make databases */
export function postgresTemplate(host: Database, url: string): Promise<string> {
  postgresName ??= findPostgresTemplate(host, url)
  return postgresName
}

async function findPostgresTemplate(host: Database, url: string): Promise<string> {
  const name = `schakel_template_${shortOf(await hashSchema())}`
  if (await isOnServer(host, name)) return name
  const half = `${name}_${randomBytes(4).toString('hex')}`
  await host.runScript(`create database ${half}`)
  const db = await openDatabase({ kind: 'postgresql', url: urlOfDatabase(url, half) }, silentLog)
  await migrate(db)
  await db.close()
  try {
    await host.runScript(`alter database ${half} rename to ${name}`)
  } catch (error) {
    // Another process of the tests made it meanwhile.
    await host.runScript(`drop database ${half}`)
    if (!(await isOnServer(host, name))) throw error
  }
  return name
}

async function isOnServer(host: Database, name: string): Promise<boolean> {
  return (await host.query('select 1 as one from pg_database where datname = $1', [name])).length > 0
}

/** Before test files run side by side: otherwise each of the first ones would make its own. */
export async function makeTemplates(): Promise<void> {
  await pgliteTemplate()
  const url = process.env.SCHAKEL_TEST_DATABASE_URL
  if (url === undefined) return
  const host = await openDatabase({ kind: 'postgresql', url }, silentLog)
  await postgresTemplate(host, url)
  await host.close()
}

/** The same server, another database. */
export function urlOfDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
