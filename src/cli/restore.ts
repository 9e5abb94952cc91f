import { resolve } from 'node:path'
import type { Command } from 'commander'
import { restore } from '../platform/index.ts'
import { sum } from './backup.ts'
import type { Reach } from './command-context.ts'
import { examples } from './examples.ts'

export function addRestore(program: Command, reach: Reach): void {
  program
    .command('restore')
    .description('fill the database from a backup, of either database: all of it, or nothing is changed')
    .argument('<file>', 'a backup made by this version or an older one')
    .option('--replace', 'put it in the place of what is there now', false)
    .addHelpText(
      'after',
      examples('schakel restore ./schakel-2027-01-31.backup', 'schakel restore --replace ./schakel-2027-01-31.backup'),
    )
    .action((file: string, { replace }: { replace: boolean }) =>
      reach.record(async ({ db, progress, signal, out, cwd, beforeReplace, afterReplace }) => {
        await beforeReplace()
        const rows = await restore(db, resolve(cwd, file), { replace, progress, signal })
        await afterReplace()
        out(`Restored: ${sum(rows)} rows.`)
      }),
    )
}
