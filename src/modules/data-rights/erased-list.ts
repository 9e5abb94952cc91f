import { createHash, createHmac } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ActingDatabase, DateText } from '../../platform/index.ts'
import { addErased, type Erased, listAccountsAfter, listErased } from './erasure-store.ts'

/**
 * Who was erased, so that a backup from before does not bring them back: in the record, and in a file beside it, since putting a backup back
 * replaces the record. A line holds a keyed hash of the account's id: who has no key learns nothing from it, not even whether somebody is in it.
 */
export interface ErasedList {
  /** In the transaction of the erasure. */
  add(inside: ActingDatabase, account: string, on: DateText): Promise<Erased>
  /** Once that transaction stands. */
  addToFile(rows: readonly Erased[]): Promise<void>
  /** Brings file and record to hold the same; how many there are. In a task's transaction. */
  join(inside: ActingDatabase): Promise<number>
  /** Accounts that are there and were erased before: a backup brought them back. */
  findBack(inside: ActingDatabase): Promise<string[]>
}

const keyIdOf = (secret: string): string => createHash('sha256').update(`schakel erased ${secret}`).digest('hex').slice(0, 12)
const hashOf = (secret: string, account: string): string =>
  createHmac('sha256', secret).update(`schakel erased account ${account}`).digest('base64url')

const accountsAtOnce = 5000
const line = /^([\w-]{43}) ([0-9a-f]{12}) (\d{4}-\d{2}-\d{2})$/

/**
 * @param secrets of the installation, the newest first; older ones are needed as long as backups from their time are kept
 * @param file left out: only in the record
 */
export function createErasedList(secrets: readonly string[], file: string | undefined): ErasedList {
  const [newest] = secrets
  if (newest === undefined) throw new Error('The list of erased accounts needs a secret.')

  async function readFileRows(): Promise<Erased[]> {
    if (file === undefined) return []
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    return text.split('\n').flatMap((one) => {
      const [, hash, keyId, erasedOn] = line.exec(one) ?? []
      return hash && keyId && erasedOn ? [{ hash, keyId, erasedOn: erasedOn as DateText }] : []
    })
  }

  async function addToFile(rows: readonly Erased[]): Promise<void> {
    if (file === undefined || rows.length === 0) return
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    // One write, whole lines: two processes that append do not mix them.
    await appendFile(file, rows.map(({ hash, keyId, erasedOn }) => `${hash} ${keyId} ${erasedOn}\n`).join(''), {
      mode: 0o600,
      flush: true,
    })
  }

  return {
    addToFile,
    async add(inside, account, on) {
      const erased: Erased = { hash: hashOf(newest, account), keyId: keyIdOf(newest), erasedOn: on }
      await addErased(inside, [erased])
      return erased
    },
    async join(inside) {
      const [inFile, inRecord] = [await readFileRows(), await listErased(inside)]
      const known = (rows: readonly Erased[]) => new Set(rows.map(({ hash }) => hash))
      const [ofFile, ofRecord] = [known(inFile), known(inRecord)]
      await addErased(
        inside,
        inFile.filter(({ hash }) => !ofRecord.has(hash)),
      )
      await addToFile(inRecord.filter(({ hash }) => !ofFile.has(hash)))
      return new Set([...ofFile, ...ofRecord]).size
    },
    async findBack(inside) {
      const erased = new Set((await listErased(inside)).map(({ hash }) => hash))
      if (erased.size === 0) return []
      const back: string[] = []
      for (let after = ''; ; ) {
        const accounts = await listAccountsAfter(inside, after, accountsAtOnce)
        back.push(...accounts.filter((account) => secrets.some((secret) => erased.has(hashOf(secret, account)))))
        if (accounts.length < accountsAtOnce) return back
        after = accounts.at(-1) ?? ''
      }
    },
  }
}
