import { type Command, CommanderError } from 'commander'
import { Conflict } from '../platform/index.ts'
import type { Reach } from './command-context.ts'
import { examples } from './examples.ts'

export function addStart(program: Command, reach: Reach): void {
  program
    .command('start')
    .description('serve the site and the API until stopped; the same as npm start')
    .addHelpText('after', examples('schakel start', 'PORT=8080 schakel start', 'DATABASE_URL=postgresql://... schakel start'))
    .action(async () => {
      if (!reach.startServer) throw new Conflict('Schakel runs already.')
      const status = await reach.startServer()
      if (status !== 0) throw new CommanderError(status, 'schakel.start', '')
    })
}
