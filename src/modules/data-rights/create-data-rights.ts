import {
  actAs,
  type Clock,
  Conflict,
  createSigner,
  type Database,
  type DateText,
  type Ids,
  Invalid,
  type Log,
  todayInAmsterdam,
} from '../../platform/index.ts'
import type { Mail } from '../mail/index.ts'
import { type Actor, permit } from '../permissions/index.ts'
import type { RulesService } from '../rules/index.ts'
import { createErasedList } from './erased-list.ts'
import { type ErasureParts, eraseAccount } from './erasure.ts'
import { hasErasedList, listInactive, listSoleOwned, listToWarn, markWarned } from './erasure-store.ts'
import { type DataExport, type ExportParts, exportOf } from './export.ts'
import { grounds } from './register/grounds.ts'

/** Proof of an erasure, for who asked: a day and a number by chance, signed. It does not say who they are, and nothing of it is kept here. */
export interface ErasureProof {
  readonly on: DateText
  /** To keep: what `checkProof` reads. */
  readonly text: string
}

/** What keeping terms did: how many accounts. */
export interface KeptTerms {
  readonly warned: number
  readonly erased: number
  readonly erasedAgain: number
}

/** The rights of people over their data: all of it to take along, and all of it gone. */
export interface DataRights {
  /** Everything that is kept of the person who asks. @throws SignInNeeded, NotFound */
  exportOf(actor: Actor): Promise<DataExport>
  /** Organisations that stand in the way of an erasure: without this person they have no owner. @throws SignInNeeded */
  inTheWay(actor: Actor): Promise<readonly { readonly id: string; readonly name: string }[]>
  /**
   * Everything of the person who asks goes, in one transaction.
   * @param sure that they know: nothing brings it back
   * @throws Invalid when they are not sure; Conflict when an organisation would be left without an owner
   */
  erase(actor: Actor, sure: boolean): Promise<ErasureProof>
  /** What stays after an erasure, without the person, and by which law. */
  readonly stays: typeof grounds
  /** The day of a proof that we gave; undefined when we did not. */
  checkProof(text: string): DateText | undefined
  /** Whom an old backup brought back goes again; how many. Runs before anything is served, and with `keepTerms`. */
  eraseAgain(): Promise<number>
  /** Who was not here for long is written to, and erased some weeks later. Called by a timer. */
  keepTerms(): Promise<KeptTerms>
}

export interface DataRightsParts extends ExportParts, ErasureParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly rules: Pick<RulesService, 'find'>
  readonly needs: ExportParts['needs']
  readonly organisations: ExportParts['organisations'] & ErasureParts['organisations']
  readonly consents: ExportParts['consents'] & ErasureParts['consents']
  readonly mail: ErasureParts['mail'] & Pick<Mail, 'write'>
  /** The newest first. Left out: one of this process, for tests. */
  readonly secrets?: readonly string[] | undefined
  /** File beside the record with who was erased. Left out: only in the record. */
  readonly erasedFile?: string | undefined
}

const proofName = 'schakel-erasure'
const atOnce = 200

export function createDataRights(parts: DataRightsParts): DataRights {
  const { db, clock, ids, log, rules, mail } = parts
  const secrets = parts.secrets ?? [ids.token()]
  const signer = createSigner(secrets)
  const list = createErasedList(secrets, parts.erasedFile)
  const today = (): DateText => todayInAmsterdam(clock.now())

  function selfOf(actor: Actor): string {
    const account = actor.kind === 'account' ? actor.account : ''
    permit(actor, 'data.erase', { kind: 'account', id: 'own', person: account })
    return account
  }

  const inTheWay = async (account: string) => actAs(db, { task: 'erasure' }, (inside) => listSoleOwned(inside, account))

  /** @returns whether there was such an account */
  async function erase(account: string, options: { readonly mayOwn: boolean }): Promise<boolean> {
    const erased = await actAs(db, { task: 'erasure' }, async (inside) => {
      if (!options.mayOwn) refuseOwner(await listSoleOwned(inside, account))
      if (!(await eraseAccount(parts, inside, account))) return undefined
      return list.add(inside, account, today())
    })
    // After the transaction: a line in the file about an erasure that did not happen would make it happen later.
    if (erased) await list.addToFile([erased])
    return erased !== undefined
  }

  /** One that fails does not hold up the others. */
  async function eraseAll(accounts: readonly string[]): Promise<number> {
    let done = 0
    for (const account of accounts) {
      try {
        if (await erase(account, { mayOwn: true })) done++
      } catch (error) {
        log.error('an account could not be erased', { error: String(error) })
      }
    }
    return done
  }

  async function eraseAgain(): Promise<number> {
    const back = await actAs(db, { task: 'erasure' }, async (inside) => {
      await list.join(inside)
      return list.findBack(inside)
    })
    const done = await eraseAll(back)
    if (done > 0) log.info('accounts that a backup brought back were erased again', { count: done })
    return done
  }

  async function warn(inactiveBefore: DateText, days: number): Promise<number> {
    return actAs(db, { task: 'erasure' }, async (inside) => {
      const who = await listToWarn(inside, inactiveBefore, atOnce)
      for (const { id, language } of who) {
        await markWarned(inside, id, today())
        await mail.write(inside, {
          template: 'account-inactive',
          to: { account: id },
          language,
          data: { path: language === 'nl' ? '/nl/account' : '/en/account', erasedOn: daysAfter(today(), days + 1) },
          once: `account-inactive/${ids.next()}`,
          kind: 'needed',
        })
      }
      return who.length
    })
  }

  return {
    stays: grounds,
    exportOf: (actor) => exportOf(parts, actor),
    inTheWay: async (actor) => inTheWay(selfOf(actor)),
    async erase(actor, sure) {
      const account = selfOf(actor)
      if (!sure) throw new Invalid('sure', 'Say that you know that this cannot be undone.')
      await erase(account, { mayOwn: false })
      const on = today()
      return { on, text: signer.sign(`${proofName} ${on} ${ids.token()}`) }
    },
    checkProof(text) {
      const [name, on] = signer.findText(text.trim())?.split(' ') ?? []
      return name === proofName && on !== undefined ? (on as DateText) : undefined
    },
    eraseAgain,
    async keepTerms() {
      const erasedAgain = await eraseAgain()
      const months = (await rules.find('inactive-account-months', today()))?.value
      const days = (await rules.find('inactive-account-warn-days', today()))?.value
      // Without a rule nobody goes.
      if (typeof months !== 'number' || typeof days !== 'number') return { warned: 0, erased: 0, erasedAgain }
      const inactiveBefore = monthsBefore(today(), months)
      const toErase = await actAs(db, { task: 'erasure' }, (inside) =>
        listInactive(inside, inactiveBefore, daysAfter(today(), -days), atOnce),
      )
      return {
        erased: await eraseAll(toErase),
        // So many days before the term.
        warned: await warn(daysAfter(inactiveBefore, days), days),
        erasedAgain,
      }
    },
  }
}

/** Without modules, as before a backup is put back: who was erased is written to the file beside the record. Nothing on a record that has no such list. */
export async function writeErasedBeside(db: Database, secrets: readonly string[], file: string): Promise<void> {
  if (!(await hasErasedList(db))) return
  await actAs(db, { task: 'erasure' }, (inside) => createErasedList(secrets, file).join(inside))
}

function refuseOwner(owned: readonly { readonly name: string }[]): void {
  if (owned.length === 0) return
  throw new Conflict(
    `You are the only owner of ${owned.map(({ name }) => name).join(', ')}. Make somebody else owner first, or close the organisation.`,
  )
}

function daysAfter(date: DateText, days: number): DateText {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function monthsBefore(date: DateText, months: number): DateText {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCMonth(day.getUTCMonth() - months)
  return day.toISOString().slice(0, 10)
}
