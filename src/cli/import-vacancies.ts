import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { type TextEncoding, textEncodings } from '../modules/imports/index.ts'
import { type FileKind, fileKinds } from '../modules/vacancies/index.ts'
import type { CommandContext, Reach } from './command-context.ts'
import { examples } from './examples.ts'
import { sayNotes } from './say-notes.ts'
import { sayRejected } from './say-rejected.ts'

interface Options {
  readonly dryRun?: boolean
  readonly encoding?: TextEncoding
  readonly as?: FileKind
}

/** Adds `import vacancies`. */
export function addImportVacancies(command: Command, reach: Reach): void {
  command
    .command('vacancies')
    .description('read vacancies: CSV, SETU PositionOpeningNL (XML), or schema.org JobPosting (JSON-LD, alone or inside HTML)')
    .argument('<path>', 'file or folder')
    .option('--dry-run', 'only tell what would happen, with the first errors; nothing is stored')
    .addOption(new Option('--encoding <encoding>', 'of CSV files').choices(textEncodings))
    .addOption(new Option('--as <kind>', 'how to read files whose name does not tell').choices(fileKinds))
    .addHelpText(
      'after',
      examples(
        'schakel import vacancies ./vacatures.csv --dry-run',
        'schakel import vacancies ./vacatures.csv',
        'schakel import vacancies ./setu.xml',
        'schakel import vacancies ./crawled-pages/',
      ),
    )
    .action((path: string, options: Options) =>
      reach.modules((context) => importVacancies(context, path, options), { ownData: options.dryRun ? 'tries' : 'brings' }),
    )
}

async function importVacancies(
  { modules, out, progress, signal, cwd }: CommandContext,
  path: string,
  { dryRun = false, encoding, as }: Options,
): Promise<void> {
  const report = await modules.vacancies.importFrom(resolve(cwd, path), {
    ...{ progress, signal, dryRun },
    ...(encoding === undefined ? {} : { encoding }),
    ...(as === undefined ? {} : { kind: as }),
  })
  out(report.message)
  sayRejected(out, report.rejects, report.rejected)
  sayNotes(out, report.notes, report.noted, 'vacancies')
}
