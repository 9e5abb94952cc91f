import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { composeExamples, type MailLine, type MailList } from '../modules/mail/index.ts'
import type { CommandSurroundings, Reach } from './command-context.ts'
import { examples } from './examples.ts'
import { timeText } from './time-text.ts'

interface ListOptions {
  readonly lost?: boolean
  readonly failed?: boolean
  readonly waiting?: boolean
}

/** What one can do about each: said where there is something to do. */
const hints: Readonly<Partial<Record<MailList, string>>> = {
  lost: 'They may have been sent. Once more: schakel mail send-again <id>. Not again: schakel mail drop <id>.',
  failed: 'A mail server refused them. Once more: schakel mail send-again <id>. Not again: schakel mail drop <id>.',
}

export function addMail(program: Command, reach: Reach, around: Pick<CommandSurroundings, 'out'>): void {
  const command = program
    .command('mail')
    .description('messages that wait, failed, or may be lost; never to whom or what they say')
  command
    .command('list')
    .description('messages, latest first')
    .option('--lost', 'that may be lost: the program or the connection stopped while they were sent')
    .option('--failed', 'that a mail server refused for good')
    .option('--waiting', 'that wait to be sent')
    .addHelpText('after', examples('schakel mail list --lost', 'schakel mail list --waiting'))
    .action((options: ListOptions) =>
      reach.modules(async ({ modules, out }) => {
        const which: MailList = options.lost ? 'lost' : options.failed ? 'failed' : options.waiting ? 'waiting' : 'all'
        const lines = await modules.mail.list(which)
        if (lines.length === 0) out('There are none.')
        for (const line of lines) out(lineText(line))
        const hint = lines.length > 0 ? hints[which] : undefined
        if (hint) out(hint)
        if (!modules.mail.isSent && which !== 'failed') out('No mail server is set up (SMTP_URL): nothing is sent.')
      }),
    )
  command
    .command('send-again')
    .description('send one once more that may be lost, or that was refused')
    .argument('<id>', 'of the list')
    .addHelpText('after', examples('schakel mail send-again 0199aaaa-0000-7000-8000-000000000001'))
    .action((id: string) =>
      reach.modules(async ({ modules, out }) => {
        await modules.mail.sendAgain(id)
        out(`Mail ${id} waits to be sent again, with the same Message-ID.`)
      }),
    )
  command
    .command('drop')
    .description('send one not, or not again')
    .argument('<id>', 'of the list')
    .addHelpText('after', examples('schakel mail drop 0199aaaa-0000-7000-8000-000000000001'))
    .action((id: string) =>
      reach.modules(async ({ modules, out }) => {
        await modules.mail.drop(id)
        out(`Mail ${id} is dropped.`)
      }),
    )
  command
    .command('examples')
    .description('write every message with made-up data as .html and .txt, to look at')
    .argument('[folder]', 'where to', 'mail-examples')
    .addHelpText('after', examples('schakel mail examples', 'schakel mail examples /tmp/mail'))
    .action((folder: string) => {
      const path = resolve(folder)
      mkdirSync(path, { recursive: true })
      const all = composeExamples('https://schakel.example')
      for (const { name, language, subject, text, html } of all) {
        writeFileSync(join(path, `${name}.${language}.html`), html)
        writeFileSync(join(path, `${name}.${language}.txt`), `${subject}\n\n${text}`)
      }
      around.out(`${all.length} messages stand in ${path}`)
    })
}

function lineText({ id, state, template, kind, writtenAt, settledAt, attempts, reason }: MailLine): string {
  const when = settledAt === undefined ? '' : `  settled ${timeText(settledAt)}`
  const tries = attempts > 1 ? `  ${attempts} tries` : ''
  return `${id}  ${state}  ${template} (${kind})  written ${timeText(writtenAt)}${when}${tries}${reason ? `  ${reason}` : ''}`
}
