import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import {
  type ActingDatabase,
  actAs,
  asTask,
  type Clock,
  Conflict,
  type Database,
  type Ids,
  type Log,
} from '../../platform/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import { type ChainKeys, createChainKeys, hashOf, type Link } from './chain.ts'
import { type Checkpoint, fingerprintOf, publicKeyOf, signCheckpoint } from './checkpoint.ts'
import {
  addCheckpoint,
  addLinks,
  findHead,
  findLastCheckpoint,
  listSeen,
  moveHead,
  removePartsAfter,
  removePartsOf,
  takeHead,
  takeWaiting,
} from './decision-log-store.ts'
import type { DecisionEntry, Seen } from './entry.ts'
import { type Verified, verifyChain } from './verify-chain.ts'
import { parseSeen, writeEntry, writeRemoval } from './write-entry.ts'

export interface DecisionLog {
  /** Writes down, in the transaction of its cause, that something about people was shown. Waits for nobody: the chain follows by itself. */
  record(inside: ActingDatabase, entry: DecisionEntry): Promise<void>
  /** Who saw what of the person who asks, newest first, at most 500. @throws SignInNeeded */
  seenOf(actor: Actor): Promise<readonly Seen[]>
  /** Erasure: removes what the log holds of an account, as who was looked at and as who looked. The chain stays whole. @returns how many parts. */
  forget(inside: ActingDatabase, account: string): Promise<number>
  /** Removes all parts of entries older than so many months: the end of their term. @returns how many. */
  expire(months: number): Promise<number>
  /** Puts what waits into the chain. @returns how many entries. */
  chain(): Promise<number>
  /** Walks the whole chain, and says the first place where it is broken. @param elsewhere A checkpoint that somebody kept. */
  verify(elsewhere?: Checkpoint): Promise<Verified>
  /** Checks the chain, and signs where it ends; undefined while it is empty. @throws Conflict when it is broken */
  checkpoint(): Promise<Checkpoint | undefined>
  /** The same once a day at most, and only when something was added. */
  checkpointWhenDue(): Promise<Checkpoint | undefined>
  /** Chains what waits, every second, until it is stopped. */
  watch(): { stop(): Promise<void> }
  /** Fingerprint of the key that signs checkpoints. */
  readonly signedBy: string
}

export interface DecisionLogParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** The secrets of the installation, the newest first. Left out: one of this process, for tests. */
  readonly secrets?: readonly string[] | undefined
  /** The key that signs checkpoints (Ed25519). Left out: one of this process, for tests. */
  readonly auditKey?: KeyObject | undefined
}

const mostShown = 500
const linksAtOnce = 500
const partsAtOnce = 5000
const dayMs = 86_400_000
/** So long an entry stands outside the chain. */
const chainEveryMs = 1000

export function createDecisionLog({ db, clock, ids, log, secrets, auditKey }: DecisionLogParts): DecisionLog {
  const keys = createChainKeys(secrets ?? [ids.token()])
  const signing = auditKey ?? generateKeyPairSync('ed25519').privateKey
  const outside = { clock, ids }
  const asLog = <T>(work: (all: ActingDatabase) => Promise<T>) => actAs(db, { task: 'decision-log' }, work)

  const chain = () => inBatches(linksAtOnce, () => asLog((all) => chainSome(all, keys)))
  async function checkpoint(): Promise<Checkpoint | undefined> {
    await chain()
    const checked = await verifyChain(db, keys)
    if (!checked.isWhole) throw new Conflict(`The decision log is broken, so no checkpoint was signed. ${checked.problem}`)
    if (checked.entries === 0) return undefined
    const signed = signCheckpoint({ number: checked.entries, hash: checked.hash, at: clock.now() }, signing)
    await asLog((all) => addCheckpoint(all, signed))
    return signed
  }

  return {
    record: (inside, entry) => asTask(inside, 'decision-log', (all) => writeEntry(all, entry, outside)),
    async seenOf(actor) {
      const account = actor.kind === 'account' ? actor.account : ''
      permit(actor, 'account.read', { kind: 'account', id: account, person: account })
      const rows = await actAs(db, actingAs(actor), (inside) => listSeen(inside, account, mostShown))
      return rows.map(parseSeen)
    },
    forget: (inside, account) =>
      asTask(inside, 'decision-log', async (all) => {
        const removed = await removePartsOf(all, account)
        await writeRemoval(all, removed, outside)
        return removed
      }),
    expire: (months) =>
      inBatches(partsAtOnce, () =>
        asLog(async (all) => {
          const removed = await removePartsAfter(all, { now: clock.now(), months, limit: partsAtOnce })
          await writeRemoval(all, removed, outside)
          return removed
        }),
      ),
    chain,
    async verify(elsewhere) {
      await chain().catch((error: unknown) => {
        // What stands in the way of going on is told by the check itself.
        if (!(error instanceof Conflict)) throw error
      })
      return verifyChain(db, keys, elsewhere)
    },
    checkpoint,
    async checkpointWhenDue() {
      await chain()
      const [head, last] = await asLog(async (all) => [await findHead(all), await findLastCheckpoint(all)])
      const isDue = last === undefined || (clock.now() - last.at >= dayMs && (head?.number ?? 0) > last.number)
      return isDue ? checkpoint() : undefined
    },
    signedBy: fingerprintOf(publicKeyOf(signing)),
    watch: () =>
      every(chainEveryMs, () =>
        chain().catch((error: unknown) => log.error('the decision log could not be chained', { error: String(error) })),
      ),
  }
}

/** Runs work again and again, never twice at once. */
function every(milliseconds: number, work: () => Promise<unknown>): { stop(): Promise<void> } {
  let busy: Promise<unknown> | undefined
  const timer = setInterval(() => {
    busy ??= work().finally(() => {
      busy = undefined
    })
  }, milliseconds)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await busy
    },
  }
}

/** Repeats a step until it did less than a whole batch. @returns how much all of them did. */
async function inBatches(size: number, step: () => Promise<number>): Promise<number> {
  let total = 0
  for (;;) {
    const done = await step()
    total += done
    if (done < size) return total
  }
}

/** One step of the chain: short, and one at a time over all processes, since each takes the row of the head first. */
async function chainSome(all: ActingDatabase, keys: ChainKeys): Promise<number> {
  const head = await takeHead(all)
  const links: Link[] = []
  let { number, hash } = head
  for (const entry of await takeWaiting(all, linksAtOnce)) {
    const previous = hash
    number += 1
    hash = hashOf(number, previous, entry)
    links.push({ number, entry: entry.id, previous, hash, keyId: keys.id, seal: keys.seal('link', number, hash) })
  }
  if (links.length === 0) return 0
  await addLinks(all, links)
  await moveHead(all, { number, hash, keyId: keys.id, seal: keys.seal('head', number, hash) })
  return links.length
}
