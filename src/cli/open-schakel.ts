import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Modules } from '../modules/index.ts'
import type { MailPlace } from '../modules/mail/index.ts'
import {
  type Clock,
  type Config,
  type Database,
  type DataLock,
  type Ids,
  type Log,
  lockData,
  migrate,
  openDatabase,
  type Progress,
  readAuditKey,
  readNeedsKeys,
  readSecrets,
} from '../platform/index.ts'
import type { RecordWish } from './command-context.ts'
import { erasedFile } from './erased-file.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { prepareRecord } from './prepare-record.ts'

/** The record, held by this process alone where it is embedded. */
export interface OpenRecord {
  readonly db: Database
  /** Only with the embedded database. */
  readonly lock?: DataLock
  close(): Promise<void>
}

export interface OpenSchakel extends OpenRecord {
  readonly modules: Modules
}

export interface Outer {
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly progress?: Progress
  /** Answer questions in threads, as a server must; left out: in this one. */
  readonly inWorkers?: boolean
}

/** Opens the record as it is. @throws DataInUse when another process has the embedded one. */
export async function openRecord(config: Config, log: Log): Promise<OpenRecord> {
  const lock = config.database.kind === 'pglite' ? await lockData(config.dataFolder, socketPath(config)) : undefined
  try {
    const db = await openDatabase(config.database, log)
    return {
      db,
      ...(lock ? { lock } : {}),
      async close() {
        await db.close()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}

/** Opens the record, brings it up to date, and makes the modules on it. */
export async function openSchakel(config: Config, outer: Outer, { ownData }: RecordWish = {}): Promise<OpenSchakel> {
  const record = await openRecord(config, outer.log)
  try {
    await oneAtATime(config.database, outer.log, async () => {
      const migrations = await migrate(record.db)
      if (migrations.length > 0) outer.log.info('the schema was brought up to date', { migrations })
    })
    // Loaded only now: help, and commands that another process runs, answer without it.
    const { createModules } = await import('../modules/index.ts')
    const { readKnownIssuers } = await import('../modules/credentials/index.ts')
    const feeds = { hosts: config.feedHosts, folder: join(config.dataFolder, 'feeds') }
    const snapshots = { folder: join(config.dataFolder, 'snapshots'), program: programVersion() }
    const engines = outer.inWorkers ? { ...config.engines, snapshots } : undefined
    const reading = config.reader === 'context' ? { trainedFolder: join(config.dataFolder, 'model') } : undefined
    const operator = { ...config.operator, url: config.publicUrl }
    const mail = await mailPlace(config)
    const secrets = readSecrets(config)
    const keys = { audit: readAuditKey(config), needs: readNeedsKeys(config) }
    const openId = { providers: config.openIdProviders }
    const issuers = config.credentialIssuers
    const credentials = { hosts: config.credentialHosts, known: issuers === undefined ? [] : await readKnownIssuers(issuers) }
    const modules = await createModules({
      db: record.db,
      ...outer,
      feeds,
      engines,
      reading,
      operator,
      mail,
      secrets,
      keys,
      openId,
      credentials,
      erasedFile: erasedFile(config),
    })
    await oneAtATime(config.database, outer.log, () =>
      prepareRecord(modules, {
        ...outer,
        db: record.db,
        wantsDemo: config.demo,
        isShared: config.database.kind === 'postgresql',
        ...(ownData ? { ownData } : {}),
      }),
    )
    return {
      ...record,
      modules,
      async close() {
        await modules.engines.close()
        await modules.texts?.close()
        await record.close()
      },
    }
  } catch (error) {
    await record.close()
    throw error
  }
}

/** A mail server is spoken to only where one is named; its code is loaded then. */
async function mailPlace(config: Config): Promise<MailPlace> {
  const { servesThisMachineOnly } = await import('../modules/mail/index.ts')
  return {
    publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
    isLocal: servesThisMachineOnly(config),
    ...(config.mail ? { transport: (await import('../platform/mail-transport.ts')).createMailTransport(config.mail) } : {}),
  }
}

/** A snapshot of another version is no use: what it held may mean something else now. */
export function programVersion(): string {
  return (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version
}

/** The kernel takes no longer path for a socket. */
const longestSocketPath = 100

function socketPath({ dataFolder }: Config): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\schakel-${createHash('sha256').update(dataFolder).digest('hex')}`
  const path = join(dataFolder, 'socket')
  return path.length <= longestSocketPath ? path : join(mkdtempSync(join(tmpdir(), 'schakel-')), 'socket')
}
