/** Servers and workers as an installation has them: `src/main.ts` and `schakel work`, each a process of its own, on one PostgreSQL. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = join(import.meta.dirname, '../..')
/** Seven programs start at once on the cores of a laptop that has other things to do. */
const startMs = 300_000

export interface Surroundings {
  readonly databaseUrl: string
  /** Folders of processes lie in it. */
  readonly folder: string
  /** What processes say on standard error; told as it comes. */
  readonly said: (name: string, line: string) => void
  readonly env: Readonly<Record<string, string>>
  /** Of workers only: they send mail. */
  readonly workerEnv?: Readonly<Record<string, string>>
  /** The program. Left out: this one. */
  readonly program?: string
  /** Words that run a process elsewhere, as in another network. */
  readonly inside?: readonly string[]
}

export interface Running {
  readonly name: string
  readonly pid: number
  /** Of a server. */
  readonly url: string
  /** @returns how it ended: its exit code, or the signal */
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | string | null>
  readonly hasEnded: () => boolean
}

/** All that were started here and did not end: whatever goes wrong, none is left behind on the machine. */
const alive = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL')
})

/** Ends all processes that were started here. */
export async function endAll(): Promise<void> {
  const ends = [...alive].map((child) => new Promise((resolve) => child.once('exit', resolve)))
  for (const child of alive) child.kill('SIGKILL')
  await Promise.all(ends)
}

/** Waits until it serves. */
export function startServer(surroundings: Surroundings, name: string): Promise<Running> {
  return start(surroundings, name, ['src/main.ts'], { SCHAKEL_ROLE: 'server', PORT: '0' }, /Schakel is at (\S+)/)
}

/** Waits until it works. */
export function startWorker(surroundings: Surroundings, name: string): Promise<Running> {
  return start(surroundings, name, ['src/cli/schakel.ts', 'work'], surroundings.workerEnv ?? {}, /Schakel (works)/)
}

async function start(
  { databaseUrl, folder, said, env, program = root, inside = [] }: Surroundings,
  name: string,
  command: readonly string[],
  own: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<Running> {
  const dataFolder = join(folder, name)
  mkdirSync(dataFolder, { recursive: true })
  const [first = process.execPath, ...rest] = [...inside, process.execPath, ...command]
  const child = spawn(first, rest, {
    cwd: program,
    env: {
      ...{ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', NODE_ENV: 'production', LOG_LEVEL: 'warn' },
      ...{ DATABASE_URL: databaseUrl, SCHAKEL_DATA: dataFolder, SCHAKEL_ENGINE_WORKERS: '1', SCHAKEL_READER: 'labels' },
      ...env,
      ...own,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  alive.add(child)
  child.once('exit', () => alive.delete(child))
  tellLines(child, name, said)
  const ended = new Promise<number | string | null>((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)))
  let over = false
  void ended.then(() => {
    over = true
  })
  const url = await untilSaid(child, ended, ready, name)
  return {
    name,
    pid: child.pid ?? 0,
    url,
    kill(signal) {
      child.kill(signal)
      return ended
    },
    hasEnded: () => over,
  }
}

function tellLines(child: ChildProcess, name: string, said: Surroundings['said']): void {
  let rest = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') said(name, line)
  })
}

async function untilSaid(child: ChildProcess, ended: Promise<unknown>, ready: RegExp, name: string): Promise<string> {
  let said = ''
  const found = new Promise<string>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const match = ready.exec(said)?.[1]
      if (match) resolve(match)
    })
  })
  const tooLate = new AbortController()
  const late = wait(startMs, undefined, { signal: tooLate.signal }).then(
    () => new Error(`${name} did not start in time`),
    () => undefined,
  )
  const early = ended.then((how) => new Error(`${name} ended with ${String(how)} before it was ready`))
  const first = await Promise.race([found, early, late])
  tooLate.abort()
  if (typeof first === 'string') return first
  throw first ?? new Error(`${name} did not start`)
}

/** Stops a PostgreSQL with all its processes, as a machine that swaps or a disk that hangs does, and lets it go on. Its socket lies beside its data. */
export function pauseDatabase(databaseUrl: string): { goOn(): void } {
  const folder = new URL(databaseUrl).searchParams.get('host') ?? ''
  const postmaster = Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0])
  const stopped = new Set<number>()
  // Twice: one that was forked meanwhile is stopped too.
  for (const _ of [1, 2])
    for (const pid of [postmaster, ...childrenOf(postmaster)]) {
      if (tryKill(pid, 'SIGSTOP')) stopped.add(pid)
    }
  return {
    goOn() {
      for (const pid of stopped) tryKill(pid, 'SIGCONT')
    },
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent
      } catch {
        return false
      }
    })
}

function tryKill(pid: number, signal: 'SIGSTOP' | 'SIGCONT'): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}
