import {
  actAs,
  type Clock,
  type Database,
  type Ids,
  type Log,
  type MailOutcome,
  type MailTransport,
} from '../../platform/index.ts'
import { composeMail } from './compose.ts'
import { type ClaimedMail, mailStore as store } from './mail-store.ts'
import { isTemplateName, templateOf, textOf } from './templates/index.ts'
import { addressHash } from './unsubscribe.ts'

export interface DeliveryParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly transport: MailTransport
  readonly publicUrl: string
  unsubscribePath(language: 'nl' | 'en', email: string): string
}

/** So many connections at once: as many may be lost when the program is killed. */
const atOnce = 4
const minuteMs = 60_000
/** After each refusal that may pass: minutes before the next try. The last one holds for all that follow, until the mail is of no use. */
const waitsMinutes = [1, 5, 15, 60, 240]

/** Addresses of made-up people: nothing is handed to a mail server for them. */
const madeUp = '@demo.example'

const task = { task: 'mail' } as const

/**
 * Sends what waits; how many were sent. Each message is taken and written down as `sending` before a mail server is spoken to, and what became of it
 * after: whoever stops in between leaves a row that says so, and nobody sends it a second time.
 */
export async function deliverWaiting(parts: DeliveryParts, isStopping: () => boolean): Promise<number> {
  let sent = 0
  const line = async (): Promise<void> => {
    while (!isStopping()) {
      const outcome = await deliverOne(parts)
      if (outcome === undefined) return
      if (outcome === 'sent') sent++
      // The server is away: what else waits would find the same.
      if (outcome === 'unreachable') return
    }
  }
  await Promise.all(Array.from({ length: atOnce }, line))
  return sent
}

async function deliverOne(parts: DeliveryParts): Promise<'sent' | 'unreachable' | 'other' | undefined> {
  const { db, clock, ids } = parts
  const mail = await actAs(db, task, (inside) => store.claim(inside, ids.next(), clock.now()))
  if (!mail) return undefined
  const ready = await prepare(parts, mail)
  if ('drop' in ready) {
    await settle(parts, mail, { state: ready.state, reason: ready.drop, forget: true })
    return 'other'
  }
  const outcome = await parts.transport.send(ready.outgoing)
  await writeDown(parts, mail, outcome)
  if (outcome.kind === 'sent') return 'sent'
  return outcome.kind === 'refused' && !outcome.forGood ? 'unreachable' : 'other'
}

type Ready =
  | { readonly outgoing: Parameters<MailTransport['send']>[0] }
  | { readonly state: 'dropped' | 'failed'; readonly drop: string }

async function prepare({ db, clock, publicUrl, unsubscribePath }: DeliveryParts, mail: ClaimedMail): Promise<Ready> {
  const email = await actAs(db, task, async (inside) => {
    const address = 'email' in mail.to ? mail.to.email : await store.findAddress(inside, mail.to.account)
    if (!address) return undefined
    const isUnwanted = mail.kind === 'news' && (await store.isUnsubscribed(inside, addressHash(address), 'news'))
    return isUnwanted ? null : address
  })
  if (email === undefined) return { state: 'dropped', drop: 'no address' }
  if (email === null) return { state: 'dropped', drop: 'unsubscribed' }
  if (email.toLowerCase().endsWith(madeUp)) return { state: 'dropped', drop: 'an address of the demo' }
  if (!isTemplateName(mail.template)) return { state: 'failed', drop: 'no such template' }
  const unsubscribe = mail.kind === 'news' ? unsubscribePath(mail.language, email) : undefined
  try {
    const said = textOf(mail.template, mail.language, mail.data)
    const composed = composeMail(said, { language: mail.language, publicUrl, unsubscribePath: unsubscribe })
    const base = { id: mail.id, to: email, language: mail.language, date: clock.now(), ...composed }
    return { outgoing: unsubscribe === undefined ? base : { ...base, unsubscribeUrl: publicUrl + unsubscribe } }
  } catch {
    // Written by an older version of the program, whose template asked other things.
    return { state: 'failed', drop: 'the template needs other data' }
  }
}

async function writeDown(parts: DeliveryParts, mail: ClaimedMail, outcome: MailOutcome): Promise<void> {
  const { db, clock, log } = parts
  if (outcome.kind === 'sent') {
    const forget = isTemplateName(mail.template) && templateOf(mail.template).forgetAtOnce === true
    return settle(parts, mail, { state: 'sent', forget })
  }
  if (outcome.kind === 'unknown') {
    log.warn('a mail may be lost: see `schakel mail list --lost`', { reason: outcome.reason })
    return settle(parts, mail, { state: 'perhapsLost', reason: outcome.reason })
  }
  log.warn('a mail server refused a mail', { reason: outcome.reason, status: outcome.forGood ? 'for good' : 'for now' })
  if (outcome.forGood) return settle(parts, mail, { state: 'failed', reason: outcome.reason })
  const wait = waitsMinutes[Math.min(mail.attempts, waitsMinutes.length) - 1] ?? 1
  await actAs(db, task, (inside) => store.waitAgain(inside, mail.claim, clock.now() + wait * minuteMs, outcome.reason))
}

function settle({ db, clock }: DeliveryParts, mail: ClaimedMail, outcome: Parameters<typeof store.settle>[2]): Promise<void> {
  return actAs(db, task, (inside) => store.settle(inside, mail.claim, outcome, clock.now()))
}
