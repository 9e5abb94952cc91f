import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { trainForCatalogue } from '../modules/reading/index.ts'
import { parseConfig } from '../platform/index.ts'
import type { Reach } from './command-context.ts'
import { examples } from './examples.ts'

const mostThreads = 64
const presetThreads = 2

export function addTrain(program: Command, reach: Reach): void {
  program
    .command('train')
    .description(
      'make the encoder of the reader anew, from the taxonomies that are loaded: for others than ESCO and our own, which the one that ships knows',
    )
    .option(
      '--threads <number>',
      `threads that learn together, at most ${mostThreads}; the result is the same`,
      readThreads,
      presetThreads,
    )
    .addHelpText('after', examples('schakel train', 'schakel train --threads 4'))
    .action(({ threads }: { threads: number }) =>
      reach.modules(async ({ modules, clock, progress, signal, out }) => {
        const folder = join(parseConfig(process.env).dataFolder, 'model')
        const day = new Date(clock.now()).toISOString().slice(0, 10)
        const { version, rows, bytes } = await trainForCatalogue(await modules.skills.catalogue(), folder, {
          day,
          threads,
          progress,
          signal,
        })
        out(
          `Encoder ${version} is trained: ${rows.nl} Dutch and ${rows.en} English words, ${(bytes / 1e6).toFixed(1)} MB in ${folder}.`,
        )
      }),
    )
}

function readThreads(text: string): number {
  const threads = /^\d{1,2}$/.test(text) ? Number(text) : 0
  if (threads < 1 || threads > mostThreads) throw new InvalidArgumentError(`Give a number from 1 to ${mostThreads}.`)
  return threads
}
