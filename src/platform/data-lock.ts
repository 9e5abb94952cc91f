import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { Conflict } from './errors.ts'

const ownerSchema = z.object({
  pid: z.number().int(),
  /** When that process began, as the machine counts it: a process that has its number by now is another one. */
  began: z.string().optional(),
  socket: z.string(),
  token: z.string(),
})

/** Who uses a data folder, and the socket on which it can be spoken to. */
export type LockOwner = z.infer<typeof ownerSchema>

export interface DataLock {
  readonly owner: LockOwner
  release(): void
}

/** The embedded database has no lock of its own, and two processes on it destroy it. */
export class DataInUse extends Conflict {
  readonly owner: LockOwner
  constructor(folder: string, owner: LockOwner) {
    super(
      `Another Schakel uses ${folder}: process ${owner.pid}. Stop that one first (kill ${owner.pid}), ` +
        'or give this one a folder of its own with SCHAKEL_DATA.',
    )
    this.owner = owner
  }
}

/**
 * Takes the data folder for this process. A lock whose owner is gone is taken over.
 * @throws DataInUse when a live process has it.
 */
export async function lockData(folder: string, socket: string): Promise<DataLock> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = lockFile(folder)
  const began = findBegin(process.pid)
  const owner: LockOwner = { pid: process.pid, ...(began === undefined ? {} : { began }), socket, token: randomUUID() }
  // Written aside and linked: whoever sees the lock sees it whole.
  const aside = `${file}.${owner.token}`
  writeFileSync(aside, JSON.stringify(owner), { mode: 0o600 })
  try {
    while (!tryLink(aside, file)) {
      const other = findOwner(folder)
      if (other && (await isAlive(other))) throw new DataInUse(folder, other)
      takeAway(file, other, owner.token)
    }
  } finally {
    rmSync(aside, { force: true })
  }
  return { owner, release: () => findOwner(folder)?.token === owner.token && rmSync(file, { force: true }) }
}

/** The live owner of a data folder, if there is one. */
export async function findLiveOwner(folder: string): Promise<LockOwner | undefined> {
  const owner = findOwner(folder)
  return owner && (await isAlive(owner)) ? owner : undefined
}

const lockFile = (folder: string): string => join(folder, 'lock')

function findOwner(folder: string): LockOwner | undefined {
  try {
    // What cannot be read was not written by us, or the disk was full: nobody stands behind it.
    return ownerSchema.safeParse(JSON.parse(readFileSync(lockFile(folder), 'utf8'))).data
  } catch {
    return undefined
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Removes a dead lock, unless another process has taken it over since it was read: then that one is put back. */
function takeAway(file: string, dead: LockOwner | undefined, token: string): void {
  const away = `${file}.${token}.dead`
  try {
    renameSync(file, away)
  } catch {
    return
  }
  const taken = ownerSchema.safeParse(parseOrNothing(readFileSync(away, 'utf8'))).data
  if (taken && taken.token !== dead?.token) tryLink(away, file)
  rmSync(away, { force: true })
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function isAlive(owner: LockOwner): Promise<boolean> {
  if (isRunning(owner.pid) && owner.began === findBegin(owner.pid)) return owner.began !== undefined || owner.pid !== process.pid
  // In another container the process number means nothing here, but its socket in the shared folder does.
  return answers(owner.socket)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Boot and tick at which a process began; undefined where there is no /proc, and for one that ended unnoticed. */
function findBegin(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Fields 3 and 22, counted after the name, which may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const hasEnded = fields[0] === 'Z'
    return hasEnded || !fields[19] ? undefined : `${boot} ${fields[19]}`
  } catch {
    return undefined
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket)
    const end = (answer: boolean) => {
      connection.destroy()
      resolve(answer)
    }
    connection.once('connect', () => end(true)).once('error', () => end(false))
    connection.setTimeout(1000, () => end(false))
  })
}
