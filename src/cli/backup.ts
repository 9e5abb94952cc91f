import { resolve } from 'node:path'
import type { Command } from 'commander'
import { backup } from '../platform/index.ts'
import type { Reach } from './command-context.ts'
import { examples } from './examples.ts'

export function addBackup(program: Command, reach: Reach): void {
  program
    .command('backup')
    .description('write everything to one file, for both databases; it holds what people told, so keep it safe')
    .argument('<file>', 'appears only when the backup is whole; an older one of that name is replaced')
    .addHelpText('after', examples('schakel backup ./schakel-2027-01-31.backup'))
    .action((file: string) =>
      reach.record(async ({ db, clock, progress, signal, out, cwd }) => {
        const path = resolve(cwd, file)
        const rows = await backup(db, path, { clock, progress, signal })
        out(`Backup made: ${path}, ${sum(rows)} rows.`)
      }),
    )
}

export const sum = (rows: Readonly<Record<string, number>>): number => Object.values(rows).reduce((all, count) => all + count, 0)
