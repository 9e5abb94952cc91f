import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { type TaxonomyFormat, taxonomyFormats } from '../modules/skills/index.ts'
import type { CommandContext, Reach } from './command-context.ts'
import { examples } from './examples.ts'
import { readAgain } from './read-again.ts'
import { sayLost } from './say-lost.ts'
import { sayRejected } from './say-rejected.ts'

interface Options {
  readonly scheme: string
  readonly version: string
  readonly name?: string
  readonly format?: TaxonomyFormat
  readonly type?: 'skill' | 'occupation'
  readonly kind?: 'tool' | 'language' | 'knowledge' | 'capability'
  readonly labelLanguage?: string
  readonly use?: boolean
}

/** Adds `import taxonomy`. */
export function addImportTaxonomy(command: Command, reach: Reach): void {
  command
    .command('taxonomy')
    .description('read a taxonomy in SKOS (Turtle, N-Triples, JSON-LD, RDF/XML) as one version, beside those that are there')
    .argument('<file>', 'the taxonomy')
    .requiredOption('--scheme <name>', 'what the taxonomy is called here: competentnl')
    .requiredOption('--version <version>', 'which version of it this is: 1.0')
    .option('--name <title>', 'how it is called in full; otherwise as the file says')
    .addOption(new Option('--format <format>', 'where name and beginning of the file do not tell').choices(taxonomyFormats))
    .addOption(new Option('--type <type>', 'what concepts are whose class does not tell').choices(['skill', 'occupation']))
    .addOption(new Option('--kind <kind>', 'and which kind of skill').choices(['tool', 'language', 'knowledge', 'capability']))
    .option('--label-language <code>', 'of texts that name no language')
    .option('--use', 'put it in use in the place of the version that is; the first version of a taxonomy always is')
    .addHelpText(
      'after',
      examples(
        'schakel import taxonomy ./competentnl.ttl --scheme competentnl --version 1.0',
        'schakel import taxonomy ./skills.rdf --scheme sector --version 2026-03 --type skill --kind knowledge --use',
      ),
    )
    .action((path: string, options: Options) => reach.modules((context) => importTaxonomy(context, path, options)))
}

async function importTaxonomy(
  { modules, out, progress, signal, cwd }: CommandContext,
  path: string,
  options: Options,
): Promise<void> {
  const report = await modules.skills.taxonomies.import(resolve(cwd, path), { ...options, progress, signal })
  out(report.message)
  sayRejected(out, report.rejects, report.rejected)
  if (report.run !== undefined && report.rejected > 0) out(`All of them: schakel imports rejects ${report.run}`)
  sayLost(out, { claims: report.lostClaims, vacancies: report.lostVacancies })
  // Postings were read by the labels there were; with more of them they say more.
  if (report.changed && report.inUse) await readAgain({ modules, progress, signal })
}
