import { Busy } from '../../../platform/index.ts'
import type { Question } from '../findings/question.ts'

/** One question on its way: waiting, then running, then settled; settled at once when its time is over or whoever asked has left. */
export class Ticket<Answer> {
  readonly question: Question
  readonly answer: Promise<Answer>
  /** How the worker that answers is told to stop; while it waits, how it leaves the line. */
  stop: () => void
  readonly #settle: PromiseWithResolvers<Answer>
  readonly #until: number
  readonly #timer: NodeJS.Timeout
  readonly #signal: AbortSignal | undefined
  readonly #leave = (): void => this.#giveUp(this.#signal?.reason)
  #isRunning = false

  constructor(
    question: Question,
    parts: { readonly milliseconds: number; readonly signal?: AbortSignal | undefined; readonly stop: () => void },
  ) {
    this.question = question
    this.stop = parts.stop
    this.#settle = Promise.withResolvers<Answer>()
    this.answer = this.#settle.promise
    this.#until = performance.now() + parts.milliseconds
    this.#timer = setTimeout(() => this.#giveUp(this.#tooLate(parts.milliseconds)), parts.milliseconds)
    this.#signal = parts.signal
    this.#signal?.addEventListener('abort', this.#leave, { once: true })
  }

  /** Milliseconds until its time is over. */
  get left(): number {
    return Math.max(0, this.#until - performance.now())
  }

  /** It is its turn. @param stop what makes the worker end it soon */
  begin(stop: () => void): void {
    this.#isRunning = true
    this.stop = stop
  }

  resolve(answer: Answer): void {
    this.#end()
    this.#settle.resolve(answer)
  }

  reject(error: unknown): void {
    this.#end()
    this.#settle.reject(error)
  }

  #giveUp(why: unknown): void {
    this.stop()
    this.reject(why)
  }

  #tooLate(milliseconds: number): Busy {
    const seconds = Math.ceil(milliseconds / 1000)
    const what = this.#isRunning
      ? 'The answer took too long and was stopped'
      : 'Too much was asked at once: the turn did not come'
    return new Busy(`${what} within ${seconds} seconds.`, seconds)
  }

  #end(): void {
    clearTimeout(this.#timer)
    this.#signal?.removeEventListener('abort', this.#leave)
  }
}

/** Questions that wait for a worker: first come, first served, and never more than so many. */
export class Line<Answer> {
  readonly #waiting = new Set<Ticket<Answer>>()
  readonly #most: number
  readonly #milliseconds: number

  constructor(parts: { readonly most: number; readonly milliseconds: number }) {
    this.#most = parts.most
    this.#milliseconds = parts.milliseconds
  }

  get length(): number {
    return this.#waiting.size
  }

  get isFull(): boolean {
    return this.#waiting.size >= this.#most
  }

  /** @throws Busy when it is full; the signal's reason when that aborted already */
  join(question: Question, signal?: AbortSignal): Ticket<Answer> {
    signal?.throwIfAborted()
    // All that wait now have begun or were refused when their time is over: by then there is room for certain.
    if (this.isFull) throw new Busy(`${this.#most} questions wait already.`, Math.ceil(this.#milliseconds / 1000))
    const ticket: Ticket<Answer> = new Ticket(question, {
      milliseconds: this.#milliseconds,
      signal,
      stop: () => this.#waiting.delete(ticket),
    })
    this.#waiting.add(ticket)
    return ticket
  }

  /** The one that waits longest, which then waits no more. */
  next(): Ticket<Answer> | undefined {
    const [first] = this.#waiting
    if (first) this.#waiting.delete(first)
    return first
  }

  /** Nobody waits any more: all are refused. */
  refuseAll(error: Error): void {
    for (let ticket = this.next(); ticket; ticket = this.next()) ticket.reject(error)
  }
}
