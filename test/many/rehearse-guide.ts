import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgresPrograms, startPostgresCluster } from '../house/postgres-cluster.ts'

const root = join(import.meta.dirname, '../..')
/** Not in a fresh copy: what was installed, built or kept here. */
const leftOut = new Set(['node_modules', '.git', '.data', 'build'])
const startSeconds = 240

/** The blocks of the guide that are marked as followed, in order. */
function followedBlocks(): string[] {
  const guide = readFileSync(join(root, 'docs/guides/several-machines.md'), 'utf8')
  return [...guide.matchAll(/<!-- followed -->\n```sh\n([\s\S]*?)```/g)].map((found) => found[1] ?? '')
}

/** Follows the guide for several machines to the letter, in a fresh copy of the program with a PostgreSQL of its own. */
export async function rehearseGuide(say: (line: string) => void): Promise<boolean> {
  const programs = findPostgresPrograms()
  if (!programs) throw new Error('PostgreSQL is not installed: npm run setup:test')
  const [starting = '', looking = ''] = followedBlocks()
  const folder = mkdtempSync(join(tmpdir(), 'schakel-guide-'))
  const cluster = await startPostgresCluster(programs)
  try {
    cpSync(root, folder, { recursive: true, filter: (from) => !leftOut.has(from.slice(root.length + 1)) })
    say('a fresh copy stands there, without packages and without a site')
    // Both servers say where they are on standard output; the shell waits for that as a reader of the guide does, and ends all at its end.
    const script = [
      'set -e',
      'trap "kill 0" EXIT',
      starting.replaceAll('src/main.ts &', 'src/main.ts >> said.txt &').replace('schakel work &', 'schakel work >> said.txt &'),
      `for second in $(seq ${startSeconds}); do [ "$(grep -c "Schakel is at" said.txt)" = 2 ] && grep -q "Schakel works" said.txt && break; sleep 1; done`,
      'cat said.txt',
      looking,
      'echo "the guide was followed"',
    ].join('\n')
    const said = await shell(script, folder, cluster.url)
    // What installing and building say is long, and tells nothing here.
    const from = Math.max(0, said.search(/Schakel (?:works|is at)/))
    for (const line of said
      .slice(from)
      .split('\n')
      .filter((one) => one.trim() !== ''))
      say(`    ${line.slice(0, 160)}`)
    return (
      said.includes('the guide was followed') &&
      (said.match(/"ok":true/g) ?? []).length === 2 &&
      existsSync(join(folder, 'build'))
    )
  } finally {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function shell(script: string, cwd: string, databaseUrl: string): Promise<string> {
  const { SCHAKEL_ENGINE_WORKERS: _, ...env } = process.env
  // A group of its own, so that what it starts ends with it.
  const child = spawn('bash', ['-c', script], {
    cwd,
    env: { ...env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const endGroup = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It ended by itself, with all that it started.
    }
  }
  process.once('exit', endGroup)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return new Promise((resolve) =>
    child.once('exit', () => {
      endGroup()
      resolve(said)
    }),
  )
}
