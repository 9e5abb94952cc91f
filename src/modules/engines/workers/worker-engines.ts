import { Busy, type Log } from '../../../platform/index.ts'
import type { Resident, Residents } from '../../matching/index.ts'
import type { Engines, Found } from '../engines.ts'
import type { Finding, Kind, Question } from '../findings/question.ts'
import { Crew, type Member } from './crew.ts'
import { Line, type Ticket } from './line.ts'
import { type StartWorker, startThread, WorkerGone } from './start-thread.ts'

export interface EngineSettings {
  /** Threads with an engine each. */
  readonly workers: number
  /** Questions that may wait for a thread. */
  readonly waiting: number
  /** From asking to answer. */
  readonly milliseconds: number
  /** How a thread is started; only tests give another. */
  readonly start?: StartWorker
}

/** What is halted ends by itself between two answers of the engine; a thread that does not is ended after this. */
const graceMs = 2_000
const mostNumber = 0x7fff_ffff

/**
 * Engines in threads of their own, so that the thread that asks never computes. Questions wait in one bounded line, first come first
 * served. While newer data is built, the older answers; each finding comes with the records of its own moment.
 */
export function enginesInWorkers(parts: {
  readonly residents: Residents
  readonly settings: EngineSettings
  readonly log: Log
}): Engines {
  const { residents, settings, log } = parts
  const line = new Line<Found<Kind>>({ most: settings.waiting, milliseconds: settings.milliseconds })
  const crew = new Crew({ size: settings.workers, start: settings.start ?? startThread, log, onFree: serve })
  let lastNumber = 0
  let isClosed = false
  let wasFull = false

  /** Whether there is newer data; who asks does not wait for it. */
  async function look(): Promise<Resident> {
    const resident = await residents.current()
    if (!isClosed) crew.keepAt(resident)
    return resident
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
    const { worker, resident } = member
    lastNumber = (lastNumber % mostNumber) + 1
    const number = lastNumber
    member.isBusy = true
    ticket.begin(() => worker.halt(number))
    const tooLong = setTimeout(() => {
      log.warn('an engine did not come back and is replaced', { kind: ticket.question.kind })
      void worker.end()
    }, ticket.left + graceMs)
    try {
      ticket.resolve({ finding: (await worker.ask(number, ticket.question)) as Finding, resident })
    } catch (error) {
      if (error instanceof WorkerGone) crew.lost(member)
      ticket.reject(error)
    } finally {
      clearTimeout(tooLong)
      crew.free(member)
      serve()
    }
  }

  return {
    async resident() {
      const looking = look()
      const { served } = crew
      if (!served) return looking
      looking.catch((error: unknown) => log.warn('it could not be seen whether there is newer data', { error: String(error) }))
      return served
    },
    async ask(question, { signal } = {}) {
      if (isClosed) throw new Busy('The program is stopping.', Math.ceil(settings.milliseconds / 1000))
      if (!crew.served) await look()
      if (line.isFull && !wasFull) log.warn('the line of questions is full', { count: line.length })
      wasFull ||= line.isFull
      const { answer } = line.join(question as Question, signal)
      serve()
      return (await answer) as never
    },
    async close() {
      isClosed = true
      line.refuseAll(new Busy('The program is stopping.', Math.ceil(settings.milliseconds / 1000)))
      await crew.close()
    },
  }
}
