import { type Command, CommanderError } from 'commander'
import type { FailedPart, JobRun, JobWorker } from '../../modules/jobs/index.ts'
import { Invalid } from '../../platform/index.ts'
import type { Reach } from '../command-context.ts'
import { examples } from '../examples.ts'
import { exitCodes } from '../exit-codes.ts'
import { timeText } from '../time-text.ts'

/** A worker tells every ten seconds that it is there. */
const silentMs = 60_000

export function addJobs(program: Command, reach: Reach): void {
  const command = program.command('jobs').description('batch work: turns, parts that were given up, and who works')
  command
    .command('list')
    .description('the last turns and how far each is')
    .option('--most <number>', 'so many', '20')
    .addHelpText('after', examples('schakel jobs list', 'schakel jobs list --most 100'))
    .action(({ most }: { most: string }) =>
      reach.modules(async ({ modules, out }) => {
        const runs = await modules.jobs.list(numberOf(most))
        if (runs.length === 0) out('There were none yet.')
        for (const run of runs) out(runText(run))
      }),
    )
  command
    .command('failed')
    .description('parts that were tried to the last time, with their reason')
    .addHelpText('after', examples('schakel jobs failed'))
    .action(() =>
      reach.modules(async ({ modules, out }) => {
        const failed = await modules.jobs.failed()
        if (failed.length === 0) out('There are none.')
        for (const part of failed) out(failedText(part))
        if (failed.length > 0) out('Once more: schakel jobs again <run> <part>.')
      }),
    )
  command
    .command('again')
    .description('try a part once more that was given up')
    .argument('<run>', 'of the list')
    .argument('<part>', 'its number')
    .addHelpText('after', examples('schakel jobs again 0199aaaa-0000-7000-8000-000000000001 3'))
    .action((run: string, part: string) =>
      reach.modules(async ({ modules, out }) => {
        await modules.jobs.tryAgain({ run, part: numberOf(part) })
        out('It waits, and is taken within some seconds where a worker runs.')
      }),
    )
  command
    .command('workers')
    .description('processes that work, and when each was last heard of; fails when there is none: a check of health')
    .addHelpText('after', examples('schakel jobs workers'))
    .action(() =>
      reach.modules(async ({ modules, clock, out }) => {
        const workers = await modules.jobs.workers()
        const alive = workers.filter(({ seenAt }) => clock.now() - seenAt < silentMs)
        for (const worker of alive) out(workerText(worker))
        if (alive.length > 0) return
        out('Nobody works. Start one: schakel work')
        throw new CommanderError(exitCodes.failed, 'schakel.jobs', '')
      }),
    )
}

export function addWork(program: Command, reach: Reach): void {
  program
    .command('work')
    .description('take batch work, send mail and read feeds until stopped; serves nobody')
    .addHelpText('after', examples('schakel work', 'SCHAKEL_ENGINE_WORKERS=4 schakel work'))
    .action(async () => {
      if (!reach.startWorker) throw new Invalid('work', 'This server works already.')
      await reach.startWorker()
    })
}

/** @throws Invalid */
function numberOf(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new Invalid('number', `"${text}" is not a whole number.`)
}

function runText({ id, kind, slot, parts, done, failed, openedAt, doneAt }: JobRun): string {
  const how = doneAt === undefined ? 'at it' : failed > 0 ? 'over, with failures' : 'done'
  const took = doneAt === undefined ? '' : `  ${((doneAt - openedAt) / 1000).toFixed(1)} s`
  const failures = failed > 0 ? `, ${failed} given up` : ''
  return `${id}  ${kind} ${slot}  ${how}: ${done} of ${parts} parts${failures}${took}`
}

function failedText({ run, part, kind, slot, attempts, reason, failedAt }: FailedPart): string {
  const when = timeText(new Date(failedAt).toISOString())
  return `${run} ${part}  ${kind} ${slot}  given up ${when} after ${attempts} tries: ${reason}`
}

function workerText({ host, process, version, startedAt, seenAt }: JobWorker): string {
  const [started, seen] = [startedAt, seenAt].map((at) => timeText(new Date(at).toISOString()))
  return `${host}, process ${process}, version ${version}: since ${started}, last heard of ${seen}`
}
