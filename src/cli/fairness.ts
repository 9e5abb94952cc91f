import type { Command } from 'commander'
import type { CommandSurroundings } from './command-context.ts'
import { examples } from './examples.ts'
import { fairnessText } from './fairness-text.ts'

/** Needs no record: it makes a world of its own, where it is typed. */
export function addFairness(program: Command, { out }: Pick<CommandSurroundings, 'out'>): void {
  program
    .command('fairness')
    .description('compares made-up people who differ in one thing alone: fit must be the same, and what they reach is told')
    .option('--json', 'the whole report, as it ships in data/fairness-report.json', false)
    .option('--seed <words>', 'of the made-up world: another one is another world')
    .addHelpText(
      'after',
      examples('schakel fairness', 'schakel fairness --json > fairness-report.json', 'schakel fairness --seed tonight'),
    )
    .action(async ({ json, seed }: { json: boolean; seed?: string }) => {
      // Loaded only now: help answers without it.
      const [{ fairnessReport }, { fairnessFailures }] = await Promise.all([
        import('./make-fairness-report.ts'),
        import('../modules/fairness/index.ts'),
      ])
      const report = await fairnessReport(seed)
      if (json) out(JSON.stringify(report, null, 2))
      else for (const line of fairnessText(report)) out(line)
      const failures = fairnessFailures(report, seed !== undefined)
      if (failures.length === 0) return
      throw new Error(json ? ['The gate is not passed.', ...failures].join('\n') : 'The gate is not passed: see above.')
    })
}
