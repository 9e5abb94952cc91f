import { Command } from 'commander'
import { addAdmin } from './admin.ts'
import { addAudit } from './audit.ts'
import { addBackup } from './backup.ts'
import { addCheck } from './check.ts'
import type { CommandSurroundings, Reach } from './command-context.ts'
import { addCredits } from './credits.ts'
import { addDemo } from './demo.ts'
import { exitCodesText } from './exit-codes.ts'
import { addExport } from './export.ts'
import { addFairness } from './fairness.ts'
import { addFeeds } from './feeds.ts'
import { addImport } from './import.ts'
import { addImports } from './imports.ts'
import { addJobs, addWork } from './jobs/jobs-command.ts'
import { addMail } from './mail.ts'
import { addMatch } from './match.ts'
import { addPlan } from './plan.ts'
import { addPoolEffect } from './pool-effect.ts'
import { addRead } from './read.ts'
import { addRestore } from './restore.ts'
import { addStart } from './start.ts'
import { addTaxonomies } from './taxonomies.ts'
import { addTrain } from './train.ts'

/** Column at which help wraps where the width of the terminal is not known. */
const helpColumns = 100

/** The command and all its subcommands. Nothing is opened until one of them runs. */
export function buildProgram(reach: Reach, { out, err }: Pick<CommandSurroundings, 'out' | 'err'>): Command {
  const program = new Command('schakel')
    .description('Finds the shortest honest way from a person to an ICT job, with the right training in between.')
    .configureHelp({ helpWidth: helpColumns })
    .exitOverride()
    .showHelpAfterError('(schakel --help shows what there is)')
    .configureOutput({ writeOut: (text) => out(text.trimEnd()), writeErr: (text) => err(text.trimEnd()) })
    .addHelpText('after', () => `\n${exitCodesText}\n\nEach command has examples: schakel plan --help`)
  addStart(program, reach)
  addWork(program, reach)
  addImport(program, reach)
  addImports(program, reach)
  addTaxonomies(program, reach)
  addTrain(program, reach)
  addFeeds(program, reach)
  addMail(program, reach, { out })
  addJobs(program, reach)
  addExport(program, reach)
  addPlan(program, reach)
  addMatch(program, reach)
  addPoolEffect(program, reach)
  addCheck(program, reach)
  addFairness(program, { out })
  addRead(program, reach)
  addDemo(program, reach)
  addAudit(program, reach)
  addCredits(program, reach)
  addAdmin(program, reach)
  addBackup(program, reach)
  addRestore(program, reach)
  return program
}
