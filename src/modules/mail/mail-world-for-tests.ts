import {
  actAs,
  createIds,
  type Database,
  type Log,
  type MailOutcome,
  type MailTransport,
  type OutgoingMail,
} from '../../platform/index.ts'
import { createRules } from '../rules/index.ts'
import { createMail, type Mail, type NewMail } from './index.ts'

export const start = Date.UTC(2026, 10, 29, 12)

/** Two accounts, of Noor and of Sam. */
export const account = '0199aaaa-0000-7000-8000-00000000000a'
export const other = '0199aaaa-0000-7000-8000-00000000000b'

export function link(once: string, more: Partial<NewMail<'sign-in-link'>> = {}): NewMail<'sign-in-link'> {
  const data = { path: `/nl/inloggen/${once}`, minutes: 15 }
  return { template: 'sign-in-link', to: { email: 'Kim@example.nl' }, language: 'nl', data, once, kind: 'needed', ...more }
}

/** A record with two accounts for each test, and a mail server that answers as the test says. */
export class MailWorld {
  db!: Database
  now = start
  answer: (mail: OutgoingMail) => MailOutcome | Promise<MailOutcome> = () => ({ kind: 'sent' })
  readonly sent: OutgoingMail[] = []
  readonly warnings: unknown[] = []
  readonly transport: MailTransport = {
    send: async (mail) => {
      this.sent.push(mail)
      return this.answer(mail)
    },
  }

  /** A new record for each test. */
  async begin(open: () => Promise<Database>): Promise<void> {
    this.db = await open()
    this.now = start
    this.sent.length = 0
    this.warnings.length = 0
    this.answer = () => ({ kind: 'sent' })
    await createRules({ db: this.db }).load()
    await actAs(this.db, { task: 'test' }, (inside) =>
      inside.query(
        `insert into account (id, email, email_folded, created_at, seen_on) values
           ($1, 'noor@example.nl', 'noor@example.nl', now(), '2026-11-29'), ($2, 'sam@example.nl', 'sam@example.nl', now(), '2026-11-29')`,
        [account, other],
      ),
    )
  }

  readonly makeMail = (
    more: { transport?: MailTransport | undefined; isLocal?: boolean } = { transport: this.transport },
  ): Mail => {
    const warn = (...said: unknown[]): void => void this.warnings.push(said)
    const log: Log = { info() {}, warn, error: warn }
    const clock = { now: () => this.now }
    const mail = { publicUrl: 'https://schakel.example', isLocal: more.isLocal ?? false, transport: more.transport }
    const { db } = this
    return createMail({ db, clock, ids: createIds(clock), log, rules: createRules({ db }), mail, secrets: ['s'.repeat(32)] })
  }

  readonly write = (mail: Mail, ...messages: NewMail<'sign-in-link' | 'domain-check'>[]): Promise<void> =>
    this.db.transaction(async (inside) => {
      for (const message of messages) await mail.write(inside, message)
    })

  readonly rows = (sql: string) => actAs(this.db, { task: 'test' }, (inside) => inside.query(sql))
}
