/** Imports made files one by one: each must end in a report or a clear refusal, and take nothing away that was there. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diceOf } from '../../benchmarks/dice.ts'
import type { Database } from '../../src/platform/index.ts'
import type { Fault } from './hostile-case.ts'
import { type FileFamilyName, fileFamilies } from './importers.ts'
import { hangMs } from './judge-answer.ts'
import type { HostileWorld } from './serve-hostile.ts'

/** What stood in the record before any hostile file came; it must stand there still. */
export async function fingerprintOf(db: Database): Promise<string> {
  const [row] = await db.query(
    `select (select md5(string_agg(v::text, '|' order by id)) from vacancy v where demo) as vacancies,
       (select md5(string_agg(p::text, '|' order by id)) from programme p where demo) as programmes,
       (select md5(string_agg(o::text, '|' order by id)) from offering o where demo) as offerings,
       (select md5(string_agg(c::text, '|' order by id)) from concept c where scheme = 'schakel') as concepts,
       (select count(*) from pool_person) as people, (select count(*) from rule) as rules,
       (select count(*) from import_run where status = 'running') as running`,
  )
  return JSON.stringify(row)
}

export async function runFile(
  world: HostileWorld,
  family: FileFamilyName,
  seed: number,
  before: string,
): Promise<Fault | undefined> {
  const { ending, make, take } = fileFamilies[family]
  const bytes = make(diceOf(seed))
  const folder = mkdtempSync(join(tmpdir(), 'schakel-hostile-'))
  const path = join(folder, `hostile-${seed}${ending}`)
  writeFileSync(path, bytes)
  try {
    const started = performance.now()
    const faults = await take(world.modules, path).then(reportFaults, refusalFaults)
    if (performance.now() - started > hangMs) faults.push(`took more than ${hangMs / 1000} seconds`)
    faults.push(...world.takeErrors().map((error) => `was logged as an error: ${error.slice(0, 1_500)}`))
    if ((await fingerprintOf(world.db)) !== before) faults.push('what stood in the record before is changed')
    if (readdirSync(folder).length !== 1) faults.push('a file was written beside it')
    return faults.length === 0 ? undefined : { family, seed, what: JSON.stringify(bytes.toString().slice(0, 600)), faults }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Report {
  readonly counts?: Readonly<Record<string, unknown>>
  readonly rejects?: readonly { readonly place?: unknown; readonly reason?: unknown }[]
  readonly rejected?: number
  /** False: the same is loaded already, so nothing was counted. */
  readonly changed?: boolean
}

/** A report says how many, and of each refusal where and why. */
function reportFaults(given: unknown): string[] {
  const report = given as Report
  const faults: string[] = []
  if (typeof report !== 'object' || report === null) return ['there is no report']
  if (report.counts === undefined) return report.changed === false ? [] : ['the report has no counts']
  for (const [what, count] of Object.entries(report.counts)) {
    if (typeof count === 'number' && !(Number.isSafeInteger(count) && count >= 0)) faults.push(`it counts ${count} ${what}`)
  }
  for (const { place, reason } of report.rejects ?? []) {
    if (typeof place !== 'string' || place === '') faults.push('something was refused without its place')
    if (typeof reason !== 'string' || reason.length < 10 || isInside(reason))
      faults.push(`a reason that tells nothing: ${reason}`)
  }
  if (report.rejected !== undefined && report.rejected < (report.rejects?.length ?? 0))
    faults.push('more was refused than it says')
  return faults
}

const refusals: ReadonlySet<string> = new Set(['Invalid', 'Conflict', 'UnreadableCv'])

/** A refusal of the whole file is one of ours, in words. */
function refusalFaults(error: unknown): string[] {
  if (!(error instanceof Error)) return [`threw ${String(error)}`]
  if (!refusals.has(error.name)) return [`failed: ${error.stack}`]
  return error.message.length < 15 || isInside(error.message) ? [`refused in words that tell nothing: ${error.message}`] : []
}

function isInside(text: string): boolean {
  return /\n\s+at |TypeError|violates|null value|syntax error at/.test(text)
}
