import { type Command, Option } from 'commander'
import { type ExportKind, exportFormats } from '../modules/exports/index.ts'
import type { CommandContext, Reach } from './command-context.ts'
import { examples } from './examples.ts'
import { writeAnswer } from './write-answer.ts'

interface Options {
  readonly as: string
  readonly out?: string
}

const described: Readonly<Record<ExportKind, string>> = {
  vacancies: 'published vacancies; the columns of the CSV are those that `import vacancies` reads',
  trainings: 'programmes with their offerings; all formats are those that `import trainings` reads',
}

export function addExport(program: Command, reach: Reach): void {
  const command = program.command('export').description('write what is published, for others to read')
  for (const kind of Object.keys(exportFormats) as ExportKind[]) {
    const formats: readonly string[] = exportFormats[kind]
    command
      .command(kind)
      .description(described[kind])
      .addOption(new Option('--as <format>', 'how').choices(formats).default(formats[0]))
      .option('--out <file>', 'appears only when it is whole; without it, to standard output')
      .addHelpText(
        'after',
        examples(
          `schakel export ${kind} --out ./${kind}.csv`,
          ...formats.slice(1).map((format) => `schakel export ${kind} --as ${format} > ${kind}.${format}`),
        ),
      )
      .action((options: Options) => reach.modules((context) => exportAll(context, kind, options)))
  }
}

async function exportAll(context: CommandContext, kind: ExportKind, { as, out: file }: Options): Promise<void> {
  const { modules, out, err, progress } = context
  let done = 0
  const { pieces } = await modules.exports.open(kind, as, (records) => {
    done = records
    progress({ what: `exporting ${kind}`, done })
  })
  const path = await writeAnswer(pieces, file, context)
  // Beside the answer where the answer is the export itself.
  const say = path === undefined ? err : out
  say(`${done} ${kind} exported${path === undefined ? '' : ` to ${path}`}.`)
  if (await modules.demo.isDemo()) err('Part of this is of the demo world: it is invented.')
}
