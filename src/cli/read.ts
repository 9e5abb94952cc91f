import type { Command } from 'commander'
import type { CommandContext, Reach } from './command-context.ts'
import { examples } from './examples.ts'

const mostShown = 500

export function addRead(program: Command, reach: Reach): void {
  const command = program.command('read').description('how texts are read, and what people say of it')
  command
    .command('rejected')
    .description('readings of CVs that people said are not right, the most often rejected first')
    .option('--json', 'as JSON', false)
    .addHelpText('after', examples('schakel read rejected', 'schakel read rejected --json'))
    .action(({ json }: { readonly json: boolean }) => reach.modules((context) => listRejected(context, json)))
}

async function listRejected({ modules, out, language }: CommandContext, json: boolean): Promise<void> {
  const readings = await modules.people.listRejectedReadings(mostShown)
  if (json) return out(JSON.stringify(readings, null, 2))
  if (readings.length === 0) return out('Nobody rejected a reading yet.')
  const catalogue = await modules.skills.catalogue()
  for (const { words, concept, kept, rejected, lastOn } of readings) {
    const label = catalogue.find(concept) ? catalogue.label(concept, language) : concept
    out(`"${words}" as ${label}: rejected ${rejected}, kept ${kept}, last on ${lastOn} (${concept})`)
  }
}
