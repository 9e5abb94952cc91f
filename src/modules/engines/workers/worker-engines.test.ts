import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Busy, Log } from '../../../platform/index.ts'
import type { EngineRows, Resident } from '../../matching/index.ts'
import type { Engines } from '../engines.ts'
import { FakeKeeper, FakeWorker, named, settle } from './fakes-for-tests.ts'
import { enginesInWorkers } from './worker-engines.ts'

const residentOf = (name: string): Resident => ({ dataVersion: name }) as unknown as Resident
const deadline = 10_000
const grace = 2_000

let newest: Resident
/** Whether what changed can be told by name. */
let isNamed: boolean
let isReadable: boolean
/** Whether everything is done as soon as it is asked. */
let isAtOnce: boolean
let keepers: FakeKeeper[]
let keeperStarts: PromiseWithResolvers<void>[]
let workers: FakeWorker[]
/** What starting a worker waits for. */
let workerStart: PromiseWithResolvers<void> | undefined
let logged: string[]
let engines: Engines
let answers: string[]

function open(size: number, waiting: number): void {
  const note = (message: string): void => void logged.push(message)
  const log: Log = { info: () => {}, warn: note, error: note }
  engines = enginesInWorkers({
    residents: { current: async () => newest, held: () => newest, pagesVersion: async () => newest.dataVersion },
    source: {
      rows: () => ({}) as EngineRows,
      changes: async () => (isReadable ? (isNamed ? {} : undefined) : Promise.reject(new Error('no connection'))),
    },
    log,
    settings: {
      workers: size,
      waiting,
      milliseconds: deadline,
      followEveryMs: 2 ** 30,
      async startKeeper({ label }, signal) {
        const start = Promise.withResolvers<void>()
        signal.addEventListener('abort', () => start.reject(signal.reason))
        if (isAtOnce) start.resolve()
        keeperStarts.push(start)
        await start.promise
        const keeper = new FakeKeeper(label, () => isAtOnce)
        keepers.push(keeper)
        return keeper
      },
      async start() {
        await workerStart?.promise
        const worker = new FakeWorker(() => keepers.at(-1)?.label ?? 0)
        workers.push(worker)
        return worker
      },
    },
  })
}

/** Asks, and writes down what became of it. */
async function ask(name: string, signal?: AbortSignal): Promise<void> {
  engines.ask(named(name), { signal }).then(
    ({ finding, resident }) => answers.push(`${finding} from ${resident.dataVersion}`),
    (error: Error) => answers.push(`${name}: ${error.name}`),
  )
  await settle()
}

const running = (): (string | undefined)[] => workers.filter(({ isEnded }) => !isEnded).map(({ asked }) => asked?.name)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  newest = residentOf('first')
  isNamed = true
  isReadable = true
  isAtOnce = true
  keepers = []
  keeperStarts = []
  workers = []
  workerStart = undefined
  logged = []
  answers = []
})
afterEach(async () => {
  await engines.close()
  vi.useRealTimers()
})

describe('the line', () => {
  test('first come, first served, over as many workers as there are', async () => {
    open(2, 10)
    for (const name of ['a', 'b', 'c', 'd']) await ask(name)
    expect(running()).toEqual(['a', 'b'])
    await workers[1]?.answer()
    expect(running()).toEqual(['a', 'c'])
    await workers[0]?.answer()
    expect(running()).toEqual(['d', 'c'])
    await workers[0]?.answer()
    await workers[1]?.answer()
    expect(answers).toEqual(['b', 'a', 'd', 'c'].map((name) => `finding of ${name} from first`))
  })

  test('no more wait than may; who is refused is told when there is room for certain', async () => {
    open(1, 2)
    for (const name of ['running', 'first', 'second']) await ask(name)
    const refused = await engines.ask(named('third')).catch((error: Busy) => error)
    expect(refused).toMatchObject({ name: 'Busy', retryAfterSeconds: 10 })
    await ask('fourth')
    expect(logged).toEqual(['the line of questions is full'])
    await workers[0]?.answer()
    await ask('fifth')
    expect(running()).toEqual(['first'])
    await workers[0]?.answer()
    await workers[0]?.answer()
    await workers[0]?.answer()
    expect(answers).toEqual([
      'fourth: Busy',
      ...['running', 'first', 'second', 'fifth'].map((name) => `finding of ${name} from first`),
    ])
  })

  test('a question whose turn does not come in time is refused and never begun', async () => {
    open(1, 5)
    await ask('long')
    await vi.advanceTimersByTimeAsync(1)
    await ask('waits')
    await vi.advanceTimersByTimeAsync(deadline)
    expect(answers).toEqual(['long: Busy', 'waits: Busy'])
    await workers[0]?.answer()
    expect(running()).toEqual([undefined])
  })

  test('who leaves while waiting is out of the line; who left before is not let in', async () => {
    open(1, 1)
    await ask('running')
    const leaving = new AbortController()
    await ask('leaves', leaving.signal)
    leaving.abort()
    await settle()
    expect(answers).toEqual(['leaves: AbortError'])
    await ask('left', leaving.signal)
    await ask('stays')
    await workers[0]?.answer()
    expect(running()).toEqual(['stays'])
    await workers[0]?.answer()
    expect(answers).toEqual([
      'leaves: AbortError',
      'left: AbortError',
      'finding of running from first',
      'finding of stays from first',
    ])
  })
})

describe('a question that runs', () => {
  test('past its time it is halted; a worker that then comes back serves on', async () => {
    open(1, 5)
    await ask('long')
    const { number } = workers[0]?.asked ?? {}
    await vi.advanceTimersByTimeAsync(deadline - 1)
    await ask('next')
    await vi.advanceTimersByTimeAsync(1)
    expect(answers).toEqual(['long: Busy'])
    expect(workers[0]?.halted).toEqual([number])
    await workers[0]?.answer()
    expect(running()).toEqual(['next'])
    await vi.advanceTimersByTimeAsync(grace)
    expect(workers[0]?.isEnded).toBe(false)
  })

  test('a worker that does not come back is replaced, and who waits loses nothing', async () => {
    open(1, 5)
    await ask('stuck')
    await vi.advanceTimersByTimeAsync(deadline - 1)
    await ask('next')
    await vi.advanceTimersByTimeAsync(grace)
    expect(workers).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false])
    expect(running()).toEqual(['next'])
    await workers[1]?.answer()
    expect(answers).toEqual(['stuck: Busy', 'finding of next from first'])
    expect(logged).toEqual(['an engine did not come back and is replaced'])
  })

  test('who leaves halts it, and the worker has until its deadline to come back: leaving costs nobody a worker', async () => {
    open(1, 5)
    const leaving = new AbortController()
    await ask('leaves', leaving.signal)
    leaving.abort()
    await settle()
    expect(answers).toEqual(['leaves: AbortError'])
    expect(workers[0]?.halted).toEqual([workers[0]?.asked?.number])
    await vi.advanceTimersByTimeAsync(deadline + grace - 1)
    expect(workers[0]?.isEnded).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(workers[0]?.isEnded).toBe(true)
  })

  test('when its worker crashes only this question gets an error', async () => {
    open(1, 5)
    for (const name of ['crashes', 'next']) await ask(name)
    await workers[0]?.end()
    expect(answers).toEqual(['crashes: WorkerGone'])
    expect(running()).toEqual(['next'])
    await workers[1]?.answer()
    expect(answers[1]).toBe('finding of next from first')
  })
})

describe('newer data', () => {
  test('who asks before there is any waits for it', async () => {
    isAtOnce = false
    open(1, 5)
    await ask('early')
    expect(answers).toEqual([])
    expect(workers).toEqual([])
    keeperStarts[0]?.resolve()
    await settle()
    await workers[0]?.answer()
    expect(answers).toEqual(['finding of early from first'])
  })

  test('so many may wait for the first index, and not for ever; who leaves is out', async () => {
    isAtOnce = false
    open(1, 2)
    const leaving = new AbortController()
    await ask('a')
    await ask('b', leaving.signal)
    await ask('c')
    expect(answers).toEqual(['c: Busy'])
    leaving.abort()
    await settle()
    await ask('d')
    expect(answers).toEqual(['c: Busy', 'b: AbortError'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(answers).toEqual(['c: Busy', 'b: AbortError', 'a: Busy', 'd: Busy'])
  })

  test('what changed by name is taken in by the same keeper; each answer says what it is from', async () => {
    open(1, 5)
    await ask('a')
    isAtOnce = false
    newest = residentOf('second')
    expect((await engines.resident()).dataVersion).toBe('first')
    await settle()
    await workers[0]?.answer()
    expect((await engines.resident()).dataVersion).toBe('first')
    keepers[0]?.changes[0]?.resolve()
    await settle()
    expect((await engines.resident()).dataVersion).toBe('second')
    await ask('b')
    await workers[0]?.answer()
    expect(answers).toEqual(['finding of a from first', 'finding of b from second'])
    expect([keepers.length, workers.length]).toEqual([1, 1])
  })

  test('what comes while a change is taken in follows in one go', async () => {
    open(1, 5)
    await ask('a')
    isAtOnce = false
    for (const name of ['second', 'third', 'fourth']) {
      newest = residentOf(name)
      await engines.resident()
      await settle()
    }
    expect(keepers[0]?.changes).toHaveLength(1)
    keepers[0]?.changes[0]?.resolve()
    await settle()
    keepers[0]?.changes[1]?.resolve()
    await settle()
    expect(keepers[0]?.changes).toHaveLength(2)
    expect((await engines.resident()).dataVersion).toBe('fourth')
  })

  test('otherwise another keeper is built beside it; the threads answer on, and then follow the other one', async () => {
    open(2, 5)
    await ask('a')
    isNamed = false
    isAtOnce = false
    newest = residentOf('second')
    await engines.resident()
    await settle()
    await workers[0]?.answer()
    expect(keepers.map(({ isEnded }) => isEnded)).toEqual([false])
    keeperStarts[1]?.resolve()
    await settle()
    expect(keepers.map(({ isEnded }) => isEnded)).toEqual([true, false])
    expect(workers.map(({ follows }) => follows)).toEqual([2, 2])
    await ask('b')
    await workers[0]?.answer()
    expect(answers).toEqual(['finding of a from first', 'finding of b from second'])
    expect(workers.some(({ isEnded }) => isEnded)).toBe(false)
  })

  test('a thread that was being started meanwhile follows the other one too', async () => {
    workerStart = Promise.withResolvers<void>()
    open(1, 5)
    await ask('a')
    isNamed = false
    newest = residentOf('second')
    await engines.resident()
    await settle()
    expect([keepers.length, workers.length]).toEqual([2, 0])
    workerStart.resolve()
    await settle()
    expect(workers.map(({ follows }) => follows)).toEqual([2])
  })

  test('data that cannot be taken in is tried again, less and less often, while the older answers', async () => {
    open(1, 5)
    await ask('a')
    isAtOnce = false
    isNamed = false
    newest = residentOf('second')
    await engines.resident()
    await settle()
    for (const [failed, pause] of [500, 1000, 2000].entries()) {
      keeperStarts[failed + 1]?.reject(new Error('no memory'))
      await settle()
      await vi.advanceTimersByTimeAsync(pause - 1)
      expect(keeperStarts).toHaveLength(failed + 2)
      await vi.advanceTimersByTimeAsync(1)
      expect(keeperStarts).toHaveLength(failed + 3)
    }
    await workers[0]?.answer()
    expect(answers).toEqual(['finding of a from first'])
    keeperStarts.at(-1)?.resolve()
    await settle()
    expect((await engines.resident()).dataVersion).toBe('second')
    expect(logged).toEqual(Array(3).fill('newer data could not be taken in'))
  })

  test('a record that cannot be read for a while costs nothing: then the same keeper goes on', async () => {
    open(1, 5)
    await ask('a')
    isReadable = false
    newest = residentOf('second')
    await engines.resident()
    await settle()
    isReadable = true
    await vi.advanceTimersByTimeAsync(500)
    await settle()
    expect((await engines.resident()).dataVersion).toBe('second')
    expect([keepers.length, keepers[0]?.changes.length]).toEqual([1, 1])
    expect(logged).toEqual(['newer data could not be taken in'])
  })

  test('a keeper that falls away is built anew, and the threads answer on', async () => {
    open(1, 5)
    await ask('a')
    await keepers[0]?.end()
    await settle()
    expect(keepers.map(({ isEnded }) => isEnded)).toEqual([true, false])
    await workers[0]?.answer()
    await ask('b')
    await workers[0]?.answer()
    expect(answers).toEqual(['finding of a from first', 'finding of b from first'])
    expect(logged).toEqual(['the thread that keeps the index is gone, and another is built'])
  })
})

test('closing refuses who waits and ends all workers', async () => {
  open(1, 5)
  for (const name of ['running', 'waits']) await ask(name)
  await engines.close()
  await settle()
  expect(answers.sort()).toEqual(['running: WorkerGone', 'waits: Busy'])
  expect(workers.every(({ isEnded }) => isEnded)).toBe(true)
  await ask('late')
  expect(answers.at(-1)).toBe('late: Busy')
})
