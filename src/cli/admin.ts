import type { Command } from 'commander'
import type { Language } from '../modules/skills/index.ts'
import { parseConfig } from '../platform/index.ts'
import type { CommandContext, Reach } from './command-context.ts'
import { examples } from './examples.ts'
import { languageOption } from './plan.ts'

/** The page of the site that opens links (`src/web/paths.ts`; a test holds them together). */
export const openLinkPaths: Readonly<Record<Language, string>> = { nl: '/nl/inloggen/openen', en: '/en/sign-in/open' }

export function addAdmin(program: Command, reach: Reach): void {
  const command = program.command('admin').description('who keeps this site')
  command
    .command('create')
    .description('make somebody an administrator, and print a link to sign in with: once, within a quarter of an hour')
    .argument('<email>', 'their e-mail address; an account that has it is raised')
    .addOption(languageOption())
    .addHelpText('after', examples('schakel admin create beheer@example.nl'))
    .action((email: string) => reach.modules((context) => create(context, email)))
}

async function create({ modules, out, language }: CommandContext, email: string): Promise<void> {
  const { token, isNew } = await modules.accounts.createAdministrator(email, language)
  const { publicUrl, port } = parseConfig(process.env)
  const link = `${publicUrl ?? `http://localhost:${port}`}${openLinkPaths[language]}?link=${token}`
  for (const line of said[language](link, isNew, modules.accounts.linkMinutes)) out(line)
}

const said: Readonly<Record<Language, (link: string, isNew: boolean, minutes: number) => readonly string[]>> = {
  nl: (link, isNew, minutes) => [
    isNew ? 'Er is een account gemaakt dat deze site beheert.' : 'Dit account beheert nu deze site.',
    `Inloggen: open deze link. Hij werkt één keer, ${minutes} minuten lang, in de browser die hem het eerst opent. Geef hem aan niemand anders.`,
    link,
  ],
  en: (link, isNew, minutes) => [
    isNew ? 'An account was made that keeps this site.' : 'This account keeps this site now.',
    `To sign in, open this link. It works once, for ${minutes} minutes, in the browser that opens it first. Give it to nobody else.`,
    link,
  ],
}
