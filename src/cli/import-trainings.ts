import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { type TextEncoding, textEncodings } from '../modules/imports/index.ts'
import { type TrainingFileKind, trainingFileKinds } from '../modules/trainings/index.ts'
import type { CommandContext, Reach } from './command-context.ts'
import { examples } from './examples.ts'
import { sayNotes } from './say-notes.ts'
import { sayRejected } from './say-rejected.ts'

interface Options {
  readonly dryRun?: boolean
  readonly source?: string
  readonly complete?: boolean
  readonly encoding?: TextEncoding
  readonly as?: TrainingFileKind
}

/** Adds `import trainings`. */
export function addImportTrainings(command: Command, reach: Reach): void {
  command
    .command('trainings')
    .description('read programmes and their offerings: OOAPI v5 or v6 (JSON, or one a line), or CSV')
    .argument('<path>', 'file, or a folder whose files belong together')
    .option('--dry-run', 'only tell what would happen, with the first errors; nothing is stored')
    .option('--source <name>', 'under which name they are kept; left out: the name of the file or folder')
    .option('--complete', 'the file holds all there is: what came from this source before and is no longer in it, goes')
    .addOption(new Option('--encoding <encoding>', 'of CSV files').choices(textEncodings))
    .addOption(new Option('--as <kind>', 'how to read a file whose name does not tell').choices(trainingFileKinds))
    .addHelpText(
      'after',
      examples(
        'schakel import trainings ./opleidingen.json --dry-run',
        'schakel import trainings ./opleidingen.json',
        'schakel import trainings ./opleidingen.csv --source regiocollege --complete',
      ),
    )
    .action((path: string, options: Options) =>
      reach.modules((context) => importTrainings(context, path, options), { ownData: options.dryRun ? 'tries' : 'brings' }),
    )
}

async function importTrainings(
  { modules, out, progress, signal, cwd }: CommandContext,
  path: string,
  { dryRun = false, complete = false, source, encoding, as }: Options,
): Promise<void> {
  const report = await modules.trainings.importFrom(resolve(cwd, path), {
    ...{ progress, signal, dryRun, complete },
    ...(source === undefined ? {} : { source }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(as === undefined ? {} : { kind: as }),
  })
  out(report.message)
  sayRejected(out, report.rejects, report.rejected)
  sayNotes(out, report.notes, report.noted, 'trainings')
}
