import { type Command, InvalidArgumentError, Option } from 'commander'
import { type DemoSize, demoSize, demoSizeOf, fewestDemoVacancies, nationalSize } from '../modules/demo/index.ts'
import type { CommandContext, Reach } from './command-context.ts'
import { demoWords } from './demo-words.ts'
import { examples } from './examples.ts'
import { languageOption } from './plan.ts'

export function addDemo(program: Command, reach: Reach): void {
  const command = program.command('demo').description('the invented world to try Schakel with')
  command
    .command('load')
    .description('make a demo world of the size that is asked, in place of the one there is; what is not demo stays')
    .addOption(
      new Option(
        '--size <size>',
        'standard (4,000 vacancies), national (120,000 vacancies, 8,000 offerings, 200,000 people), or a number of vacancies',
      )
        .argParser(toSize)
        .default(demoSize, 'standard'),
    )
    .addOption(languageOption())
    .addHelpText('after', examples('schakel demo load --size national', 'schakel demo load --size 20000'))
    .action(({ size }: { size: DemoSize }) =>
      // It brings a world of its own: a new record is not filled with the standard one first.
      reach.modules((context) => loadDemo(context, size), { ownData: 'brings' }),
    )
  command
    .command('reset')
    .description('make the demo world of the standard size anew, with dates that count from today; what is not demo stays')
    .addOption(languageOption())
    .addHelpText('after', examples('schakel demo reset'))
    .action(() => reach.modules((context) => loadDemo(context, demoSize)))
  command
    .command('clear')
    .description('remove the demo world, for real use; what is not demo stays')
    .addOption(languageOption())
    .addHelpText('after', examples('schakel demo clear'))
    .action(() =>
      reach.modules(async (context) => {
        await sayCutOff(context)
        await context.modules.demo.clear()
        context.out(demoWords[context.language].gone)
      }),
    )
}

function toSize(asked: string): DemoSize {
  const size = demoSizeOf(asked)
  if (size) return size
  throw new InvalidArgumentError(
    `Give standard, national, or a number of vacancies from ${fewestDemoVacancies} to ${nationalSize.vacancies}.`,
  )
}

async function loadDemo(context: CommandContext, size: DemoSize): Promise<void> {
  const { modules, out, err, progress, signal, language } = context
  const say = demoWords[language]
  await sayCutOff(context)
  try {
    const made = await modules.demo.reset({
      ...{ size, signal },
      progress: ({ what, ...step }) => progress({ ...step, what: say.steps[what] }),
    })
    out(say.loaded(made))
  } catch (error) {
    if (signal.aborted) err(say.unchanged)
    throw error
  }
}

/** A process that was killed could not say so itself. */
async function sayCutOff({ modules, err, language }: CommandContext): Promise<void> {
  if (await modules.demo.wasCutOff()) err(demoWords[language].cutOff)
}
