import { type Command, Option } from 'commander'
import type { CommandContext, Reach } from './command-context.ts'
import { examples } from './examples.ts'
import { languageOption } from './plan.ts'
import { poolEffectText } from './pool-effect-text.ts'

interface PoolEffectOptions {
  readonly vacancy?: string
  readonly training?: string
  readonly json: boolean
}

export function addPoolEffect(program: Command, reach: Reach): void {
  const command = program
    .command('pool-effect')
    .description('what each demand of a vacancy or training costs in people, of all who agreed to be counted')
    .addOption(new Option('--vacancy <id>', 'a published vacancy').conflicts('training'))
    .option('--training <id>', 'an offering of a training')
    .option('--json', 'the whole answer as JSON, the same as the API gives', false)
    .addOption(languageOption())
    .addHelpText(
      'after',
      examples('schakel pool-effect --vacancy demo-vacancy-1', 'schakel pool-effect --training demo-offering-1 --json'),
    )
  command.action((options: PoolEffectOptions) => {
    const { vacancy, training, json } = options
    const about = vacancy !== undefined ? { vacancy } : training !== undefined ? { training } : undefined
    if (!about) return command.error('error: give --vacancy <id> or --training <id>')
    return reach.modules((context) => poolEffect(context, about, json))
  })
}

async function poolEffect(
  { modules, out, language }: CommandContext,
  about: { readonly vacancy: string } | { readonly training: string },
  json: boolean,
): Promise<void> {
  const view = await modules.poolEffects.effect({ ...about, language })
  if (json) out(JSON.stringify(view, null, 2))
  else for (const line of poolEffectText(view, language)) out(line)
}
