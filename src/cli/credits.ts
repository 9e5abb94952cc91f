import { type Command, CommanderError } from 'commander'
import { type Invariant, invariants } from '../modules/credits/index.ts'
import type { CommandContext, Reach } from './command-context.ts'
import { examples } from './examples.ts'
import { exitCodes } from './exit-codes.ts'

export function addCredits(program: Command, reach: Reach): void {
  const command = program.command('credits').description('the ledgers of credits that people earn with their work')
  command
    .command('check')
    .description(
      'look whether everything holds that must always hold of them; tells each that does not, and then ends with exit code 1',
    )
    .option('--json', 'as JSON')
    .addHelpText('after', examples('schakel credits check', 'schakel credits check --json'))
    .action(({ json }: { json?: boolean }) => reach.modules((context) => check(context, json ?? false)))
}

async function check({ modules, out, err }: CommandContext, json: boolean): Promise<void> {
  const found = await modules.credits.check()
  const { books, entries, files, broken } = found
  if (json) out(JSON.stringify(found, null, 2))
  else if (broken.length === 0) out(`Everything holds: ${books} ledgers, ${entries} entries, ${files} files.`)
  if (broken.length === 0) return
  if (!json) {
    for (const name of Object.keys(invariants) as Invariant[]) {
      const failing = broken.filter(({ invariant }) => invariant === name)
      if (failing.length > 0) err(`${name}: ${invariants[name]}`)
      for (const { book, what } of failing) err(`  ${book === '' ? '' : `${book}: `}${what}`)
    }
  }
  throw new CommanderError(exitCodes.failed, 'schakel.credits', '')
}
