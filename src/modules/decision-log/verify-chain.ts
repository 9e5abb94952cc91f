import { type ActingDatabase, becoming, type Database } from '../../platform/index.ts'
import { type ChainedEntry, type ChainKeys, type Head, hashOf, type Link, leafOf, type Part } from './chain.ts'
import { type Checkpoint, isSigned } from './checkpoint.ts'
import { findBeyond, findHead, findLoose, linksAfter, listCheckpoints, partsOf, removedInWaiting } from './decision-log-store.ts'

/** What a check of the chain found. `number` is the first link at which it is broken; 0 when that is no one link. */
export type Verified =
  | {
      readonly isWhole: true
      readonly entries: number
      readonly hash: string
      readonly partsRemoved: number
      readonly checkpoints: number
    }
  | { readonly isWhole: false; readonly number: number; readonly problem: string }

const linksAtOnce = 500

class Broken extends Error {
  readonly number: number
  constructor(number: number, problem: string) {
    super(problem)
    this.number = number
  }
}

/**
 * Walks the chain from its first link to its end, all as it is at one moment, and compares it with the checkpoints of the record and with one that was
 * kept elsewhere.
 */
export async function verifyChain(db: Database, keys: ChainKeys, elsewhere?: Checkpoint): Promise<Verified> {
  return db.transaction(async (tx) => {
    await tx.runScript('set transaction isolation level repeatable read, read only')
    const inside = await becoming(tx, { task: 'decision-log' })
    try {
      return await verifyInside(inside, keys, elsewhere)
    } catch (error) {
      if (!(error instanceof Broken)) throw error
      return { isWhole: false, number: error.number, problem: error.message }
    }
  })
}

async function verifyInside(inside: ActingDatabase, keys: ChainKeys, elsewhere: Checkpoint | undefined): Promise<Verified> {
  const head = await findHead(inside)
  if (!head) throw new Broken(0, 'The row that tells where the chain ends is gone.')
  const kept = await listCheckpoints(inside)
  const checkpoints = [...kept, ...(elsewhere ? [elsewhere] : [])]
  for (const checkpoint of checkpoints) checkSigned(checkpoint)
  const { last, missing, told } = await walk(inside, head, keys, checkpoints)
  checkHead(head, last, keys)
  for (const { number } of checkpoints) {
    if (number > last.number)
      throw new Broken(
        last.number + 1,
        `The chain ends at ${last.number}, and a checkpoint tells of link ${number}: the end was cut off.`,
      )
  }
  await checkRest(inside, head)
  const removed = told + (await removedInWaiting(inside))
  if (missing > removed)
    throw new Broken(0, `${missing} parts of entries are gone, and the log tells of ${removed} that were removed.`)
  return { isWhole: true, entries: last.number, hash: last.hash, partsRemoved: missing, checkpoints: checkpoints.length }
}

interface Walked {
  readonly last: Pick<Link, 'number' | 'hash'>
  /** Parts that are not there any more, and how many the entries tell were removed. */
  readonly missing: number
  readonly told: number
}

async function walk(inside: ActingDatabase, head: Head, keys: ChainKeys, checkpoints: readonly Checkpoint[]): Promise<Walked> {
  const placed = Map.groupBy(checkpoints, ({ number }) => number)
  let last: Walked['last'] = { number: 0, hash: '' }
  let missing = 0
  let told = 0
  let unproven: Link | undefined
  while (last.number < head.number) {
    const links = await linksAfter(inside, { after: last.number, upTo: head.number, limit: linksAtOnce })
    if (links.length === 0) {
      throw new Broken(last.number + 1, `The links from ${last.number + 1} to ${head.number} are gone: the end was cut off.`)
    }
    const ids = links.map(({ link }) => link.entry)
    const parts = Map.groupBy(await partsOf(inside, ids), ({ entry }) => entry)
    for (const { link, entry: found } of links) {
      const entry = checkLink(link, found, last)
      for (const checkpoint of placed.get(link.number) ?? []) checkPlace(checkpoint, link)
      unproven = isProven(link, keys) ? undefined : (unproven ?? link)
      missing += missingParts(link, entry, parts.get(link.entry) ?? [])
      told += entry.removed
      last = link
    }
  }
  if (unproven) {
    const { number, keyId } = unproven
    throw new Broken(
      number,
      `From link ${number} on the chain is sealed with a key that this installation does not have (${keyId}).`,
    )
  }
  return { last, missing, told }
}

function checkLink(link: Link, entry: ChainedEntry | undefined, last: Walked['last']): ChainedEntry {
  const { number, previous, hash } = link
  if (number !== last.number + 1) throw new Broken(last.number + 1, `Link ${last.number + 1} is gone.`)
  if (!entry) throw new Broken(number, `The entry of link ${number} is gone.`)
  if (previous !== last.hash) {
    throw new Broken(number, `Link ${number} does not follow link ${last.number}: one of them was changed, put in or moved.`)
  }
  if (hash !== hashOf(number, previous, entry)) throw new Broken(number, `Link ${number} or its entry was changed.`)
  return entry
}

/** Sealed by us. A link whose key is known no more is proven by a later one, whose hash covers it. */
function isProven(link: Link, keys: ChainKeys): boolean {
  const sealed = keys.isSealed(link, 'link')
  if (sealed === false)
    throw new Broken(link.number, `The seal of link ${link.number} is not ours: the link was changed or put in.`)
  return sealed === true
}

function missingParts({ number }: Link, { leaves }: ChainedEntry, parts: readonly Part[]): number {
  for (const part of parts) {
    if (leaves[part.position] !== leafOf(part)) throw new Broken(number, `Part ${part.position} of link ${number} was changed.`)
  }
  return leaves.length - parts.length
}

function checkSigned(checkpoint: Checkpoint): void {
  if (!isSigned(checkpoint))
    throw new Broken(checkpoint.number, `The signature of the checkpoint at link ${checkpoint.number} is not right.`)
}

function checkPlace(checkpoint: Checkpoint, link: Link): void {
  if (checkpoint.hash === link.hash) return
  throw new Broken(
    link.number,
    `Link ${link.number} is not what the checkpoint of ${new Date(checkpoint.at).toISOString()} says: the chain was made anew.`,
  )
}

function checkHead(head: Head, last: Walked['last'], keys: ChainKeys): void {
  if (head.number === 0 && head.hash === '') return
  if (head.hash !== last.hash) throw new Broken(head.number, `The chain does not end as its head (${head.number}) says.`)
  // A head is sealed by who sealed the last link, whose key is known: that was looked at.
  if (keys.isSealed(head, 'head') !== true) throw new Broken(head.number, 'The row that tells where the chain ends was changed.')
}

async function checkRest(inside: ActingDatabase, head: Head): Promise<void> {
  const beyond = await findBeyond(inside)
  if (beyond !== undefined) {
    throw new Broken(
      beyond,
      `Link ${beyond} stands behind the end of the chain (${head.number}): it was put in, or the end was moved.`,
    )
  }
  const loose = await findLoose(inside)
  if (loose) throw new Broken(head.number + 1, `Entry ${loose} is in the record and not in the chain: its link was taken away.`)
}
