import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { appendFileSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const debianFolder = '/usr/lib/postgresql'
const startSeconds = 60

export interface PostgresCluster {
  readonly url: string
  stop(): Promise<void>
}

/** Where Debian keeps PostgreSQL's programs, newest version last; undefined where it is not installed. */
export function findPostgresPrograms(): string | undefined {
  if (!existsSync(debianFolder)) return undefined
  const versions = readdirSync(debianFolder).sort((a, b) => Number(a) - Number(b))
  const folders = versions.map((version) => join(debianFolder, version, 'bin'))
  return folders.findLast((folder) => existsSync(join(folder, 'initdb')))
}

/**
 * Starts a throw-away PostgreSQL in a temporary folder, reachable over a unix socket there and nowhere else.
 * @param network also over TCP, at this port, for everybody of this network
 * @param settings of the server: `shared_buffers=4GB`
 */
export async function startPostgresCluster(
  programs: string,
  network?: { readonly port: number; readonly of: string },
  settings: readonly string[] = [],
): Promise<PostgresCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-postgres-'))
  giveToPostgres(folder)
  const data = join(folder, 'data')
  runAsPostgres(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'])
  if (network) appendFileSync(join(data, 'pg_hba.conf'), `host all all ${network.of} trust\n`)
  const server = startServer(programs, data, folder, settings, network?.port)
  const port = network ? `&port=${network.port}` : ''
  await untilReady(programs, folder, network?.port)
  return { url: `postgresql://postgres@localhost/postgres?host=${folder}${port}`, stop: () => stopServer(server, folder) }
}

// PostgreSQL refuses to run as root; its package made a user for it.
const isRoot = process.getuid?.() === 0
const asPostgres = ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups']

function giveToPostgres(folder: string): void {
  if (!isRoot) return
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  chownSync(folder, idOf('-u'), idOf('-g'))
}

function asRightUser(program: string, parameters: readonly string[]): [string, string[]] {
  const [first = program, ...rest] = [...(isRoot ? asPostgres : []), program, ...parameters]
  return [first, rest]
}

function runAsPostgres(program: string, parameters: readonly string[]): void {
  execFileSync(...asRightUser(program, parameters), { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' })
}

// The shell waits for the end of its input: also when the tests are killed, the server stops.
const untilInputEnds = '"$@" & server=$!; cat >/dev/null; kill -INT $server; wait $server'

function startServer(
  programs: string,
  data: string,
  socketFolder: string,
  settings: readonly string[],
  port?: number,
): ChildProcess {
  const tcp = port === undefined ? ['listen_addresses='] : ['listen_addresses=*', `port=${port}`]
  const options = [...tcp, `unix_socket_directories=${socketFolder}`, 'fsync=off', 'max_connections=200', ...settings]
  const parameters = ['-D', data, ...options.flatMap((option) => ['-c', option])]
  const [program, rest] = asRightUser('sh', ['-c', untilInputEnds, 'sh', join(programs, 'postgres'), ...parameters])
  return spawn(program, rest, { stdio: ['pipe', 'ignore', 'ignore'], cwd: '/' })
}

async function untilReady(programs: string, socketFolder: string, port?: number): Promise<void> {
  const giveUpAt = performance.now() + startSeconds * 1000
  for (;;) {
    try {
      execFileSync(join(programs, 'pg_isready'), ['-h', socketFolder, '-q', ...(port === undefined ? [] : ['-p', String(port)])])
      return
    } catch (error) {
      if (performance.now() > giveUpAt) throw new Error('PostgreSQL for the tests did not start.', { cause: error })
      await setTimeout(50)
    }
  }
}

async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.stdin?.end()
  await ended
  rmSync(folder, { recursive: true, force: true })
}
