/** The program as a newcomer has it: `src/main.ts` with the built site, the embedded database and a port of its own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSite } from '../../scripts/build-site.mjs'

export interface ServedProgram {
  readonly url: string
  readonly dataFolder: string
  close(): Promise<void>
}

const root = join(import.meta.dirname, '../..')

export interface ServedOptions {
  /** A folder that is there already, and stays; left out: a new one with the demo world, which goes at the end. */
  readonly dataFolder?: string
}

export async function serveProgram({ dataFolder: given }: ServedOptions = {}): Promise<ServedProgram> {
  await buildSite()
  const dataFolder = given ?? mkdtempSync(join(tmpdir(), 'schakel-journey-'))
  const server = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      SCHAKEL_DATA: dataFolder,
      ...(given === undefined ? { SCHAKEL_DEMO: 'on' } : {}),
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
    },
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
  return {
    url,
    dataFolder,
    async close() {
      server.removeAllListeners('exit')
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      if (given === undefined) rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
