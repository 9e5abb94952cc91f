import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { MatchesView } from '../modules/planning/index.ts'
import type { Language } from '../modules/skills/index.ts'
import type { CommandContext, Reach } from './command-context.ts'
import { examples } from './examples.ts'
import { languageOption } from './plan.ts'
import { conditionsText, rangeOfPercents } from './plan-text.ts'
import { readProfileFile } from './read-profile-file.ts'
import { words } from './words.ts'

const usualLimit = 20
const mostLimit = 100

export function addMatch(program: Command, reach: Reach): void {
  program
    .command('match')
    .description('jobs of which a person meets the terms, best fit first')
    .requiredOption(
      '--profile <file>',
      'what the person can do and wants: a profile, or a CV (PDF, Word, Europass, JSON Resume, text)',
    )
    .option('--limit <number>', 'how many jobs', toLimit, usualLimit)
    .option('--json', 'the whole answer as JSON, the same as the API gives', false)
    .addOption(languageOption())
    .addHelpText('after', examples('schakel match --profile me.json', 'schakel match --profile me.json --limit 5 --json'))
    .action((options: { profile: string; limit: number; json: boolean }) => reach.modules((context) => match(context, options)))
}

function toLimit(text: string): number {
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1 || limit > mostLimit) {
    throw new InvalidArgumentError(`It should be a number from 1 to ${mostLimit}.`)
  }
  return limit
}

async function match(
  { modules, out, cwd, language }: CommandContext,
  { profile: file, limit, json }: { readonly profile: string; readonly limit: number; readonly json: boolean },
): Promise<void> {
  const profile = await readProfileFile(modules, resolve(cwd, file))
  const view = await modules.planning.matches({ profile, language, limit })
  if (json) out(JSON.stringify(view, null, 2))
  else for (const line of matchesText(view, language)) out(line)
}

function matchesText(view: MatchesView, language: Language): string[] {
  const say = words[language]
  const lines = view.basis.demo ? [say.demo, ''] : []
  if (view.matches.length === 0) return [...lines, say.noMatches]
  lines.push(say.matches(...view.fitNow))
  for (const [index, { vacancy, fitLow, fitHigh, check }] of view.matches.entries()) {
    const where = [vacancy.employer, vacancy.placeName ?? vacancy.regionName].filter(Boolean).join(', ')
    lines.push(`${index + 1}. ${vacancy.title} (${where}): ${rangeOfPercents(fitLow, fitHigh)}%`)
    lines.push(...conditionsText(check, say).map((line) => `   ${line}`))
  }
  return lines
}
