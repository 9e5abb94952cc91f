import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { CommandContext, Reach } from './command-context.ts'
import { examples } from './examples.ts'
import { plansText } from './plan-text.ts'
import { readProfileFile } from './read-profile-file.ts'

export function addPlan(program: Command, reach: Reach): void {
  program
    .command('plan')
    .description('plans from a person to a job: dated, priced and explained')
    .requiredOption(
      '--profile <file>',
      'what the person can do and wants: a profile, or a CV (PDF, Word, Europass, JSON Resume, text)',
    )
    .option('--json', 'the whole answer as JSON, the same as the API gives', false)
    .addOption(languageOption())
    .addHelpText('after', examples('schakel plan --profile me.json', 'schakel plan --profile cv.pdf --language en --json'))
    .action((options: { profile: string; json: boolean }) => reach.modules((context) => plan(context, options)))
}

/** Read from what was typed by `language.ts`, before a command runs; declared so that help names it and other values are refused. */
export const languageOption = (): Option =>
  new Option('--language <language>', "language of the answer; without it the terminal's").choices(['nl', 'en'])

async function plan(
  { modules, out, cwd, language }: CommandContext,
  { profile: file, json }: { readonly profile: string; readonly json: boolean },
): Promise<void> {
  const profile = await readProfileFile(modules, resolve(cwd, file))
  const view = await modules.planning.plans({ profile, language })
  if (json) out(JSON.stringify(view, null, 2))
  else for (const line of plansText(view, language)) out(line)
}
