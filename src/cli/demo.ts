import type { Command } from 'commander'
import type { Reach } from './command-context.ts'
import { examples } from './examples.ts'

export function addDemo(program: Command, reach: Reach): void {
  const command = program.command('demo').description('the invented world to try Schakel with')
  command
    .command('reset')
    .description('make the demo world anew, with dates that count from today; what is not demo stays')
    .addHelpText('after', examples('schakel demo reset'))
    .action(() =>
      reach.modules(async ({ modules, out, progress }) => {
        const made = await modules.demo.reset({ progress })
        out(
          `The demo world is back: ${made.vacancies} vacancies, ${made.offerings} offerings and ${made.people} fictional people.`,
        )
      }),
    )
  command
    .command('clear')
    .description('remove the demo world, for real use; what is not demo stays')
    .addHelpText('after', examples('schakel demo clear'))
    .action(() =>
      reach.modules(async ({ modules, out }) => {
        await modules.demo.clear()
        out('The demo world is gone. Bring it back with: schakel demo reset')
      }),
    )
}
