import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildSite } from '../../scripts/build-site.mjs'

export interface RunningProgram {
  readonly url: string
  /** Resident memory of the whole program now, in MB. */
  readonly residentMb: () => number
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '../..')

/** Starts the program as people do, on this folder and a free port, and waits until its engines answer. */
export async function startProgram(folder: string, workers: string): Promise<RunningProgram> {
  await buildSite()
  const program = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      ...{ NODE_ENV: 'production', PORT: '0', SCHAKEL_DATA: folder, DATABASE_URL: '', LOG_LEVEL: 'error' },
      // Visitors come from many addresses, as behind a proxy.
      ...{ TRUSTED_PROXIES: '127.0.0.1', SCHAKEL_ENGINE_WORKERS: workers },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    program.kill('SIGTERM')
    await ended
  }
  try {
    const url = await addressOf(program)
    await untilItAnswers(url)
    return { url, residentMb: () => residentMbOf(program.pid ?? 0), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function addressOf(program: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    program.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const port = /Schakel is at \S+:(\d+)/.exec(said)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
    program.once('exit', (code) => reject(new Error(`the program ended with ${code} before it served`)))
  })
}

const mostWaitMs = 300_000

/** Engines are built after the program listens; until then questions wait in line. */
async function untilItAnswers(url: string): Promise<void> {
  const body = JSON.stringify({ profile: { occupations: [], answers: {} }, language: 'nl', limit: 1 })
  const until = performance.now() + mostWaitMs
  while (performance.now() < until) {
    const { status } = await fetch(`${url}/api/v1/matches`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    if (status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  throw new Error('the program does not answer')
}

function residentMbOf(pid: number): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(kilobytes) / 1024
}
