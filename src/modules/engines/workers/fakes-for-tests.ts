import type { Question } from '../findings/question.ts'
import type { Keeper } from './start-keeper.ts'
import { type Answered, type EngineWorker, WorkerGone } from './start-thread.ts'

/** A keeper that takes in what it is given, and is told when to be done with it. */
export class FakeKeeper implements Keeper {
  readonly gone: Promise<void>
  readonly found = undefined
  label: number
  changes: PromiseWithResolvers<void>[] = []
  isEnded = false
  readonly #isAtOnce: () => boolean
  readonly #gone = Promise.withResolvers<void>()

  /** `isAtOnce`: whether everything is done as soon as it is asked. */
  constructor(label: number, isAtOnce: () => boolean) {
    this.label = label
    this.#isAtOnce = isAtOnce
    this.gone = this.#gone.promise
  }

  connect(): void {}
  async save(): Promise<void> {}

  async change(_changes: object, label: number): Promise<void> {
    const change = Promise.withResolvers<void>()
    this.changes.push(change)
    if (this.#isAtOnce()) change.resolve()
    await change.promise
    this.label = label
  }

  async end(): Promise<void> {
    this.isEnded = true
    this.#gone.resolve()
    await settle()
  }
}

/** A worker that answers when the test says so, from what the newest keeper holds. */
export class FakeWorker implements EngineWorker {
  readonly gone: Promise<void>
  readonly halted: number[] = []
  asked: { readonly number: number; readonly name: string; readonly answer: PromiseWithResolvers<Answered> } | undefined
  follows = 1
  isEnded = false
  readonly #label: () => number
  readonly #gone = Promise.withResolvers<void>()

  /** `label`: of the edition that it answers from. */
  constructor(label: () => number) {
    this.#label = label
    this.gone = this.#gone.promise
  }

  ask(number: number, question: Question): Promise<Answered> {
    if (this.asked) throw new Error('a worker is asked one question at a time')
    this.asked = { number, name: nameOf(question), answer: Promise.withResolvers<Answered>() }
    return this.asked.answer.promise
  }

  halt(number: number): void {
    this.halted.push(number)
  }

  follow(): void {
    this.follows++
  }

  async answer(): Promise<void> {
    const { asked } = this
    this.asked = undefined
    asked?.answer.resolve({ answer: { finding: `finding of ${asked.name}` as never }, label: this.#label() })
    await settle()
  }

  async end(): Promise<void> {
    this.isEnded = true
    this.#gone.resolve()
    this.asked?.answer.reject(new WorkerGone('gone'))
    this.asked = undefined
    await settle()
  }
}

const nameOf = (question: Question): string => (question as Question<'doors'>).person.id
export const named = (id: string): Question<'doors'> => ({ kind: 'doors', person: { id, occupations: [], answers: {} } })
/** Lets everything that is ready go on. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
