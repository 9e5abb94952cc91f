import { type Command, Option } from 'commander'
import { type TaxonomyExportFormat, taxonomyExportFormats } from '../modules/skills/index.ts'
import type { CommandContext, Reach } from './command-context.ts'
import { examples } from './examples.ts'
import { readAgain } from './read-again.ts'
import { sayLost } from './say-lost.ts'
import { countsText, timeText } from './time-text.ts'
import { writeAnswer } from './write-answer.ts'

export function addTaxonomies(program: Command, reach: Reach): void {
  const command = program.command('taxonomies').description('taxonomies in SKOS: their versions, which is in use, and out again')
  command
    .command('list')
    .description('all versions of all taxonomies')
    .addHelpText('after', examples('schakel taxonomies list'))
    .action(() => reach.modules(list))
  command
    .command('use')
    .description('put a version in use in the place of the one that is; at once, for all')
    .argument('<taxonomy>', 'name and version, as `taxonomies list` shows them')
    .addHelpText('after', examples('schakel taxonomies use competentnl@1.0'))
    .action((name: string) =>
      reach.modules(async ({ modules, out, progress, signal }) => {
        const lost = await modules.skills.taxonomies.use(name)
        out(`${name} is in use.`)
        sayLost(out, lost)
        await readAgain({ modules, progress, signal })
      }),
    )
  command
    .command('remove')
    .description('throw a version away; the one in use only when it is the last')
    .argument('<taxonomy>', 'name and version')
    .addHelpText('after', examples('schakel taxonomies remove competentnl@0.9'))
    .action((name: string) =>
      reach.modules(async ({ modules, out }) => {
        const lost = await modules.skills.taxonomies.remove(name)
        out(`${name} is gone.`)
        sayLost(out, lost)
      }),
    )
  command
    .command('export')
    .description('a taxonomy as SKOS; the starter vocabulary (schakel) and ESCO (esco) too')
    .argument('<taxonomy>', 'name, for the version in use; or name and version')
    .addOption(new Option('--format <format>', 'how').choices(taxonomyExportFormats).default('turtle'))
    .option('--out <file>', 'appears only when it is whole; without it, to standard output')
    .addHelpText(
      'after',
      examples(
        'schakel taxonomies export competentnl --out ./competentnl.ttl',
        'schakel taxonomies export schakel --format jsonld > schakel.jsonld',
      ),
    )
    .action((name: string, { format, out: file }: { format: TaxonomyExportFormat; out?: string }) =>
      reach.modules(async (context) => {
        const pieces = await context.modules.skills.taxonomies.export(name, format)
        const path = await writeAnswer(pieces, file, context)
        if (path !== undefined) context.out(`${name} written to ${path}.`)
      }),
    )
}

async function list({ modules, out }: CommandContext): Promise<void> {
  const all = await modules.skills.taxonomies.list()
  if (all.length === 0) out('There are no taxonomies beside the starter vocabulary. Read one with: schakel import taxonomy')
  for (const { scheme, version, inUse, title, source, importedAt, counts } of all) {
    out(`${scheme}@${version}  ${inUse ? 'in use' : 'not in use'}  ${title}  ${source}  ${timeText(importedAt)}`)
    const counted = countsText(counts)
    if (counted !== '') out(`  ${counted}`)
  }
}
