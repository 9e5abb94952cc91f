import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { CommandContext, Reach } from './command-context.ts'
import { examples } from './examples.ts'
import { addImportTaxonomy } from './import-taxonomy.ts'
import { addImportTrainings } from './import-trainings.ts'
import { addImportVacancies } from './import-vacancies.ts'
import { readAgain } from './read-again.ts'
import { sayRejected } from './say-rejected.ts'

export function addImport(program: Command, reach: Reach): void {
  const command = program.command('import').description('read a taxonomy, vacancies, trainings or postcodes from files')
  command
    .command('esco')
    .description('read the official CSV release of ESCO; the same release again changes nothing')
    .argument('<path...>', 'folder or zip file of the release; more than one when languages come apart')
    .option('--only-language <code>', 'read labels in this language only')
    .option('--release <version>', 'the version, where it does not stand in the name of the file')
    .addHelpText('after', examples('schakel import esco ./esco-en-1.2.0.zip', 'schakel import esco ./esco-en ./esco-nl'))
    .action((paths: string[], options: { onlyLanguage?: string; release?: string }) =>
      reach.modules((context) => importEsco(context, paths, options)),
    )
  addImportTaxonomy(command, reach)
  addImportVacancies(command, reach)
  addImportTrainings(command, reach)
  command
    .command('postcodes')
    .description('read postcodes with coordinates, for finer travel times')
    .argument('<csv>', 'file with the columns postcode, place, municipality, latitude and longitude')
    .addHelpText('after', examples('schakel import postcodes ./4pp.csv'))
    .action((path: string) => reach.modules((context) => importPostcodes(context, path)))
}

async function importEsco(
  { modules, out, progress, signal, cwd }: CommandContext,
  paths: readonly string[],
  { onlyLanguage, release }: { readonly onlyLanguage?: string; readonly release?: string },
): Promise<void> {
  const report = await modules.skills.importEsco(
    paths.map((path) => resolve(cwd, path)),
    {
      progress,
      signal,
      ...(onlyLanguage === undefined ? {} : { language: onlyLanguage }),
      ...(release === undefined ? {} : { version: release }),
    },
  )
  out(report.message)
  sayRejected(out, report.rejects)
  if (report.changed) await readAgain({ modules, progress, signal })
}

async function importPostcodes({ modules, out, progress, signal, cwd }: CommandContext, path: string): Promise<void> {
  const report = await modules.regions.importPostcodes(resolve(cwd, path), { progress, signal })
  out(`${report.postcodes} postcodes are loaded; ${report.boxesSkipped} post-office boxes were left out.`)
  sayRejected(out, report.rejected)
}
