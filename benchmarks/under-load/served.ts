/** The program on a throw-away PostgreSQL with the demo world and a mail server beside it; it can be killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSite } from '../../scripts/build-site.mjs'
import { findPostgresPrograms, startPostgresCluster } from '../../test/house/postgres-cluster.ts'
import { type MailServerForTests, startMailServer } from '../../test/mail-server.ts'

export interface UnderLoad {
  readonly databaseUrl: string
  readonly mails: MailServerForTests
  readonly url: string
  /** `kill -9`, and another one on the same port and record; resolves when it serves. */
  killAndStart(): Promise<void>
  close(): Promise<void>
}

const root = join(import.meta.dirname, '../..')

export async function serveUnderLoad(port: number): Promise<UnderLoad> {
  const programs = findPostgresPrograms()
  if (programs === undefined) throw new Error('PostgreSQL is not installed here: npm run setup:test')
  await buildSite()
  const cluster = await startPostgresCluster(programs)
  const mails = await startMailServer()
  const folder = mkdtempSync(join(tmpdir(), 'schakel-under-load-'))
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URL: cluster.url,
    SCHAKEL_DATA: folder,
    SCHAKEL_DEMO: 'on',
    SCHAKEL_SECRETS: randomBytes(32).toString('base64url'),
    SMTP_URL: mails.url,
    MAIL_FROM: 'schakel@voorbeeld.example',
    // Visitors come from many addresses: what limits one of them is not what is measured.
    TRUSTED_PROXIES: '127.0.0.1',
    LOG_LEVEL: 'error',
  }
  let server = await start(env)
  return {
    databaseUrl: cluster.url,
    mails,
    url,
    async killAndStart() {
      await ended(server, 'SIGKILL')
      server = await start(env)
    },
    async close() {
      await ended(server, 'SIGTERM')
      await mails.close()
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function start(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['src/main.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (part: Buffer) => {
      said += part.toString()
      if (said.includes('Schakel is at')) resolve(server)
    })
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it served`)))
  })
}

function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  server.removeAllListeners('exit')
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.kill(signal)
  })
}
