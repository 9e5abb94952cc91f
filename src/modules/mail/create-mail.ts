import {
  type ActingDatabase,
  actAs,
  asTask,
  type Clock,
  Conflict,
  createSigner,
  type Database,
  type Ids,
  type Log,
  longestTryMs,
  type MailTransport,
  NotFound,
  todayInAmsterdam,
} from '../../platform/index.ts'
import { type Actor, isPermitted, permit } from '../permissions/index.ts'
import type { RulesService } from '../rules/index.ts'
import { deliverWaiting } from './deliver.ts'
import { type Asker, isFromThisMachine } from './local-reach.ts'
import type { KeptMail, MailState } from './mail.ts'
import type { Mail, MailList, ShownMail } from './mail-service.ts'
import { mailStore as store } from './mail-store.ts'
import { isTemplateName, templateOf, textOf } from './templates/index.ts'
import { addressHash, readUnsubscribeToken, unsubscribePath } from './unsubscribe.ts'
import { every } from './watch-mail.ts'

/** What mail needs from outside. Left out: nothing is sent, and only an administrator may look. */
export interface MailPlace {
  /** Left out: nothing is sent. */
  readonly transport?: MailTransport | undefined
  /** Address of the site, where links lead. */
  readonly publicUrl: string
  /** Whether the server is for this machine only. */
  readonly isLocal: boolean
}

export interface MailParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly rules: Pick<RulesService, 'find'>
  readonly mail?: MailPlace | undefined
  /** The newest signs. Left out: a random one of this process, for tests. */
  readonly secrets?: readonly string[] | undefined
}

const task = { task: 'mail' } as const
const dayMs = 86_400_000
/** A try is over before; then whoever took it is gone. */
const lostAfterMs = longestTryMs + 60_000
const deliverEveryMs = 3000
const mostListed = 500
const mostShown = 50
const statesOf: Readonly<Record<MailList, readonly MailState[]>> = {
  lost: ['perhapsLost'],
  failed: ['failed'],
  waiting: ['written', 'sending'],
  all: ['written', 'sending', 'sent', 'failed', 'perhapsLost', 'dropped'],
}

export function createMail(parts: MailParts): Mail {
  const { db, clock, ids, log, rules } = parts
  const { transport, publicUrl, isLocal } = parts.mail ?? { publicUrl: 'http://localhost', isLocal: false }
  const signer = createSigner(parts.secrets ?? [ids.token()])
  let isStopping = false
  let firstLook: Promise<unknown> | undefined

  /** A moment this many days ago, by a dated rule; undefined where there is none, and then nothing goes. */
  async function daysAgo(rule: string): Promise<number | undefined> {
    const days = (await rules.find(rule, todayInAmsterdam(clock.now())))?.value
    return typeof days === 'number' ? clock.now() - days * dayMs : undefined
  }

  async function look(takenBefore: number): Promise<number> {
    const lost = await actAs(db, task, (inside) => store.markLost(inside, takenBefore, 'the program stopped while it was sent'))
    if (lost > 0) log.warn('mails may be lost: see `schakel mail list --lost`', { count: lost })
    return lost
  }

  /** An embedded record has one process: what an earlier one left as `sending`, nobody sends any more. */
  async function lookForLost(): Promise<number> {
    if (db.kind === 'pglite' && !firstLook) {
      const looking = look(clock.now())
      firstLook = looking
      return looking
    }
    await firstLook
    return look(clock.now() - lostAfterMs)
  }

  async function dropLate(): Promise<number> {
    const writtenBefore = await daysAgo('mail-waiting-days')
    if (writtenBefore === undefined) return 0
    return actAs(db, task, (inside) => store.dropLate(inside, writtenBefore, clock.now(), 'too late to be of use'))
  }

  async function deliver(): Promise<number> {
    if (!transport) return 0
    await lookForLost()
    await dropLate()
    const links = (language: 'nl' | 'en', email: string): string => unsubscribePath(signer, language, email)
    return deliverWaiting({ db, clock, ids, log, transport, publicUrl, unsubscribePath: links }, () => isStopping)
  }

  async function decide(id: string, again: boolean): Promise<void> {
    const found = await actAs(db, task, async (inside) =>
      (await store.decide(inside, id, again, clock.now())) ? undefined : { mail: await store.find(inside, id) },
    )
    if (!found) return
    if (!found.mail) throw new NotFound('mail', id)
    const { state } = found.mail
    const isOpen = state === 'perhapsLost' || state === 'failed'
    if (again && isOpen) throw new Conflict(`What mail ${id} said was removed: it cannot be sent again.`)
    throw new Conflict(`Mail ${id} is ${state}: only one that failed or may be lost can be ${again ? 'sent again' : 'dropped'}.`)
  }

  const isShownTo = (asker: Asker, actor: Actor): boolean =>
    transport === undefined &&
    ((isLocal && isFromThisMachine(asker)) || isPermitted(actor, 'mail.read', { kind: 'page', id: 'mail' }))

  return {
    async write(inside, message) {
      templateOf(message.template).data.parse(message.data)
      await asTask(inside as ActingDatabase, task.task, (all) => store.add(all, ids.next(), message, clock.now()))
    },
    deliver,
    watch(everyMs = deliverEveryMs) {
      isStopping = false
      const watch = every(everyMs, async () => {
        try {
          await deliver()
        } catch (error) {
          log.error('sending mail failed', { error: error instanceof Error ? error.name : 'unknown' })
        }
      })
      return {
        stop() {
          isStopping = true
          return watch.stop()
        },
      }
    },
    async keepHouse() {
      const lost = await lookForLost()
      const dropped = await dropLate()
      const contents = await daysAgo('mail-content-days')
      const rows = await daysAgo('mail-record-days')
      return actAs(db, task, async (inside) => ({
        lost,
        dropped,
        emptied: contents === undefined ? 0 : await store.empty(inside, contents),
        removed: rows === undefined ? 0 : await store.remove(inside, rows),
      }))
    },

    async list(which) {
      await lookForLost()
      return actAs(db, task, (inside) => store.list(inside, statesOf[which], mostListed))
    },
    count: () => actAs(db, task, (inside) => store.count(inside)),
    sendAgain: (id) => decide(id, true),
    drop: (id) => decide(id, false),

    isSent: transport !== undefined,
    isShownTo,
    async show(asker, actor) {
      if (!isShownTo(asker, actor)) {
        permit(actor, 'mail.read', { kind: 'page', id: 'mail' })
        throw new NotFound('page', 'mail')
      }
      return actAs(db, task, async (inside) => {
        const kept = await store.listKept(inside, mostShown)
        const accounts = kept.flatMap(({ to }) => ('account' in to ? [to.account] : []))
        const addresses = await store.addressesOf(inside, accounts)
        return kept.flatMap((mail) => shown(mail, 'email' in mail.to ? mail.to.email : addresses.get(mail.to.account)))
      })
    },

    async unsubscribe(token) {
      const hash = readUnsubscribeToken(signer, token)
      if (hash !== undefined) await actAs(db, task, (inside) => store.unsubscribe(inside, hash, 'news', clock.now()))
      return hash !== undefined
    },
    async subscribeAgain(token) {
      const hash = readUnsubscribeToken(signer, token)
      if (hash !== undefined) await actAs(db, task, (inside) => store.subscribeAgain(inside, hash, 'news'))
      return hash !== undefined
    },
    isUnsubscribeToken: (token) => readUnsubscribeToken(signer, token) !== undefined,

    moveWishes: (inside, { from, to }) =>
      asTask(inside, task.task, async (all) => {
        if (!(await store.isUnsubscribed(all, addressHash(from), 'news'))) return
        await store.unsubscribe(all, addressHash(to), 'news', clock.now())
        await store.subscribeAgain(all, addressHash(from), 'news')
      }),
    writtenTo: (inside, { account, email }) => asTask(inside, task.task, (all) => store.listOf(all, account, email)),
    forget: (inside, { account, email }) =>
      asTask(inside, task.task, async (all) => {
        await store.subscribeAgain(all, addressHash(email), 'news')
        return store.removeOf(all, account, email)
      }),
  }
}

/** Nothing, when the template asked other things when it was written. */
function shown({ data, template, to: _to, ...mail }: KeptMail, to: string | undefined): ShownMail[] {
  if (!isTemplateName(template) || !templateOf(template).data.safeParse(data).success) return []
  const { subject, paragraphs, button, after = [], why } = textOf(template, mail.language, data)
  return [
    {
      ...mail,
      template,
      ...(to ? { to } : {}),
      subject,
      text: paragraphs,
      ...(button ? { button } : {}),
      after: [...after, why],
    },
  ]
}
