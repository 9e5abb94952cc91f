import { type Command, InvalidArgumentError, Option } from 'commander'
import { type RejectFormat, rejectFormats, writeRejects } from '../modules/imports/index.ts'
import { NotFound } from '../platform/index.ts'
import type { Reach } from './command-context.ts'
import { examples } from './examples.ts'
import { countsText, timeText } from './time-text.ts'
import { writeAnswer } from './write-answer.ts'

const mostListed = 1000

export function addImports(program: Command, reach: Reach): void {
  const command = program.command('imports').description('what was imported, and what was refused')
  command
    .command('list')
    .description('the latest imports: when, what, from where, how it ended, and counts')
    .option('--limit <number>', `how many, at most ${mostListed}`, readLimit, 20)
    .addHelpText('after', examples('schakel imports list', 'schakel imports list --limit 100'))
    .action(({ limit }: { limit: number }) =>
      reach.modules(async ({ modules, out }) => {
        const runs = await modules.imports.list(limit)
        if (runs.length === 0) out('Nothing was imported yet.')
        for (const { id, kind, source, startedAt, status, counts, rejected, message } of runs) {
          out(`${id}  ${timeText(startedAt)}  ${kind}  ${status}  ${source}`)
          const counted = countsText({ ...counts, rejected })
          out(`  ${status === 'failed' ? (message ?? 'no reason was kept') : counted || 'nothing counted'}`)
        }
      }),
    )
  command
    .command('rejects')
    .description('every record that an import refused, with its place and the reason')
    .argument('<run>', 'as `imports list` shows it')
    .addOption(new Option('--as <format>', 'how').choices(rejectFormats).default('csv'))
    .option('--out <file>', 'appears only when it is whole; without it, to standard output')
    .addHelpText(
      'after',
      examples('schakel imports rejects 019de1b2-... --out ./rejects.csv', 'schakel imports rejects 019de1b2-... --as ndjson'),
    )
    .action((id: string, { as, out: file }: { as: RejectFormat; out?: string }) =>
      reach.modules(async (context) => {
        const { modules, out } = context
        const run = await modules.imports.find(id)
        if (!run) throw new NotFound('import', id)
        const path = await writeAnswer(writeRejects(modules.imports.rejects(id), as), file, context)
        if (path !== undefined) out(`${run.rejected} refused records written to ${path}.`)
      }),
    )
}

function readLimit(text: string): number {
  const limit = /^\d+$/.test(text) ? Number(text) : 0
  if (limit < 1 || limit > mostListed) throw new InvalidArgumentError(`Give a number from 1 to ${mostListed}.`)
  return limit
}
