import { Busy, type Log } from '../../../platform/index.ts'
import type { EngineSource, Resident, Residents } from '../../matching/index.ts'
import type { Engines, Found } from '../engines.ts'
import type { Kind, Question } from '../findings/question.ts'
import type { SnapshotPlace } from '../snapshots/keeper-snapshots.ts'
import { Crew, type Member } from './crew.ts'
import { Keeping } from './keeping.ts'
import { Line, type Ticket } from './line.ts'
import { type StartKeeper, startKeeper } from './start-keeper.ts'
import { type StartWorker, startThread, WorkerGone } from './start-thread.ts'

export interface EngineSettings {
  /** Threads that answer. */
  readonly workers: number
  /** Questions that may wait for a thread. */
  readonly waiting: number
  /** From asking to answer. */
  readonly milliseconds: number
  /** Where snapshots are kept, and the version of the program that keeps them; left out: none are. */
  readonly snapshots?: { readonly folder: string; readonly program: string } | undefined
  /** How threads are started; only tests give others. */
  readonly start?: StartWorker
  readonly startKeeper?: StartKeeper
  /** How often it is seen whether there is newer data when nobody asks; only tests give another. */
  readonly followEveryMs?: number
}

/** With the time that a look and a change take, what changed is in the answers within a second. */
const followEveryMs = 400
/** What is halted ends by itself between two answers of the engine; a thread that does not is ended after this. */
const graceMs = 2_000
const mostNumber = 0x7fff_ffff
/** A national index from the record takes a minute. */
const longestStartMs = 60_000

type Parts = Parameters<typeof enginesInWorkers>[0]

function placesOf({ settings: { snapshots }, record }: Parts): ((resident: Resident) => Promise<SnapshotPlace>) | undefined {
  if (!snapshots || !record) return undefined
  const { folder, program } = snapshots
  return async ({ transferModel, revisions }) => ({
    folder,
    fits: { record: await record(), program, transferModel, skills: revisions.skills ?? 0 },
  })
}

/**
 * Engines in threads of their own, so that the thread that asks never computes. Questions wait in one bounded line, first come first
 * served. What changes is in the answers within a second; each finding comes with the records of its own moment.
 */
export function enginesInWorkers(parts: {
  readonly residents: Residents
  readonly source: EngineSource
  readonly settings: EngineSettings
  readonly log: Log
  /** Which record this is, for snapshots. */
  readonly record?: () => Promise<string>
}): Engines {
  const { settings, log } = parts
  const line = new Line<Found<Kind>>({ most: settings.waiting, milliseconds: settings.milliseconds })
  const keeping: Keeping = new Keeping({
    ...parts,
    start: settings.startKeeper ?? startKeeper,
    onOther: () => crew.reconnect(),
    placeOf: placesOf(parts),
  })
  const crew = new Crew({
    size: settings.workers,
    start: settings.start ?? startThread,
    connect: () => keeping.connect(),
    log,
    onFree: serve,
  })
  let following: NodeJS.Timeout | undefined
  let lastNumber = 0
  let hasFirst = false
  /** Who waits for the first index. */
  let early = 0
  let isClosed = false
  let wasFull = false

  /** From the first use on: before that the record may not be ready. */
  function follow(): void {
    following ??= setInterval(lookWithoutWaiting, settings.followEveryMs ?? followEveryMs).unref()
  }

  function lookWithoutWaiting(): void {
    keeping
      .look()
      .catch((error: unknown) => log.warn('it could not be seen whether there is newer data', { error: String(error) }))
  }

  function serve(): void {
    for (let member = crew.idle(); member; member = crew.idle()) {
      const ticket = line.next()
      if (!ticket) break
      void run(member, ticket)
    }
    if (line.length === 0) wasFull = false
  }

  async function run(member: Member, ticket: Ticket<Found<Kind>>): Promise<void> {
    const { worker } = member
    lastNumber = (lastNumber % mostNumber) + 1
    const number = lastNumber
    member.isBusy = true
    ticket.begin(() => worker.halt(number))
    const tooLong = setTimeout(() => {
      log.warn('an engine did not come back and is replaced', { kind: ticket.question.kind })
      void worker.end()
    }, ticket.left + graceMs)
    try {
      const { answer, label } = await worker.ask(number, ticket.question, ticket.left)
      ticket.resolve({ ...answer, resident: residentOf(label) })
    } catch (error) {
      if (error instanceof WorkerGone) crew.lost(member)
      ticket.reject(error)
    } finally {
      clearTimeout(tooLong)
      member.isBusy = false
      serve()
    }
  }

  /** The first index takes longer than a question may: whoever comes before it stands waits for it, and then has the time of a question. */
  async function started(signal: AbortSignal | undefined): Promise<void> {
    if (hasFirst) return
    if (!keeping.served) await keeping.look()
    if (early >= settings.waiting) throw new Busy('The program is starting.', Math.ceil(longestStartMs / 1000))
    early++
    const giveUp = Promise.withResolvers<never>()
    const leave = (): void => giveUp.reject(signal?.reason)
    const tooLong = setTimeout(
      () => giveUp.reject(new Busy('The program is starting.', Math.ceil(longestStartMs / 1000))),
      longestStartMs,
    )
    signal?.addEventListener('abort', leave, { once: true })
    try {
      signal?.throwIfAborted()
      await Promise.race([keeping.first, giveUp.promise])
      hasFirst = true
    } finally {
      early--
      clearTimeout(tooLong)
      signal?.removeEventListener('abort', leave)
    }
  }

  function residentOf(label: number): Resident {
    const resident = keeping.residentOf(label)
    if (!resident) throw new Error(`an answer came from data ${label}, which nobody remembers`)
    return resident
  }

  return {
    async resident() {
      follow()
      const { served } = keeping
      if (!served) return keeping.look()
      lookWithoutWaiting()
      return served
    },
    async ask(question, { signal } = {}) {
      if (isClosed) throw new Busy('The program is stopping.', Math.ceil(settings.milliseconds / 1000))
      follow()
      await started(signal)
      if (line.isFull && !wasFull) log.warn('the line of questions is full', { count: line.length })
      wasFull ||= line.isFull
      const { answer } = line.join(question as Question, signal)
      serve()
      return (await answer) as never
    },
    async close() {
      isClosed = true
      clearInterval(following)
      line.refuseAll(new Busy('The program is stopping.', Math.ceil(settings.milliseconds / 1000)))
      await Promise.all([crew.close(), keeping.close()])
    },
  }
}
