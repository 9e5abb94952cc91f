/** The program as a newcomer has it: the built site, the embedded database with the demo world, a port of its own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { buildSite } from '../../scripts/build-site.mjs'

export interface Served {
  readonly url: string
  readonly dataFolder: string
  readonly browser: Browser
  close(): Promise<void>
}

const root = join(import.meta.dirname, '../..')

/** Browser tests run where a browser is; `test/house` says in one line when they did not. */
export const hasBrowser = Boolean(process.env.SCHAKEL_CHROMIUM)

const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function serve(): Promise<Served> {
  await buildSite()
  const dataFolder = mkdtempSync(join(tmpdir(), 'schakel-journey-'))
  const server = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: '0', SCHAKEL_DATA: dataFolder, SCHAKEL_DEMO: 'on', DATABASE_URL: '', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Schakel is at (\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it served`)))
  })
  const executablePath = process.env.SCHAKEL_CHROMIUM
  if (!executablePath) throw new Error('SCHAKEL_CHROMIUM names no browser')
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  return {
    url,
    dataFolder,
    browser,
    async close() {
      await browser.close()
      server.removeAllListeners('exit')
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
