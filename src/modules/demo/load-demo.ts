import { Conflict, type Database, type DateText } from '../../platform/index.ts'
import { type People, parseProfile } from '../people/index.ts'
import type { Trainings } from '../trainings/index.ts'
import { refuseTooMuch } from '../vacancies/index.ts'
import { type DemoSize, rowsOf } from './demo-size.ts'
import type { DemoStore, GatheredKind } from './demo-store.ts'
import { type DemoStream, textOf, worldChecksum } from './demo-world.ts'

/** What is being done; a closed list, so that commands say it in two languages. */
export type DemoStep = 'inventing the demo world' | 'putting the demo world in place'

export type DemoProgress = (step: { readonly what: DemoStep; readonly done: number; readonly total: number }) => void

export interface LoadParts {
  readonly store: DemoStore
  readonly trainings: Pick<Trainings, 'insertMany' | 'removeDemo'>
  readonly people: Pick<People, 'removeDemo'>
}

export interface LoadOptions {
  readonly today: DateText
  readonly size: DemoSize
  readonly progress: DemoProgress | undefined
  readonly signal: AbortSignal | undefined
}

const gatheredAtOnce = 1000
/** More than the outbox names (`most_named()` in the migrations), and few enough that a server answers something else in between. */
export const putAtOnce = 25_000

/**
 * Replaces the demo world by this one, inside the transaction of `db`. Every record passes what an import has to pass.
 * @throws Conflict when it was asked to stop; Invalid when a record cannot be kept
 */
export async function loadDemo(
  db: Database,
  stream: DemoStream,
  { store, trainings, people }: LoadParts,
  { today, size, progress, signal }: LoadOptions,
): Promise<{ readonly loaded: DemoSize; readonly checksum: string }> {
  const total = rowsOf(size)
  const checksum = worldChecksum()
  const told = (what: DemoStep): ((rows: number) => void) => {
    let done = 0
    return (rows) => {
      if (signal?.aborted) throw new Conflict('Stopped: the demo world is as it was.')
      done += rows
      progress?.({ what, done, total })
    }
  }

  const invented = told('inventing the demo world')
  async function gather<T extends object>(kind: GatheredKind, all: Iterable<T>, check: (one: T) => void): Promise<number> {
    let gathered = 0
    for (const batch of batches(all)) {
      batch.forEach(check)
      const texts = batch.map(textOf)
      checksum.add(texts)
      await store.gather(db, kind, texts, gathered)
      gathered += batch.length
      invented(batch.length)
    }
    return gathered
  }
  invented(0)
  await store.openGathering(db)
  const vacancies = await gather('vacancies', stream.vacancies, refuseTooMuch)
  for (const part of [stream.programmes, stream.offerings]) checksum.add(part.map(textOf))
  invented(stream.programmes.length + stream.offerings.length)
  const inPool = await gather('people', stream.people, ({ profile }) => void parseProfile(profile))

  const placed = told('putting the demo world in place')
  async function putInPlace(kind: GatheredKind, count: number): Promise<void> {
    const times = Math.max(1, Math.floor(count / putAtOnce))
    for (let time = 0; time < times; time++) {
      const [from, upTo] = [Math.floor((count * time) / times), Math.floor((count * (time + 1)) / times)]
      await store.putInPlace(db, kind, from, upTo)
      placed(upTo - from)
    }
  }
  placed(0)
  await store.removeVacancies(db)
  placed(0)
  await people.removeDemo(db)
  placed(0)
  await trainings.removeDemo(db)
  await trainings.insertMany(stream, db)
  placed(stream.programmes.length + stream.offerings.length)
  await putInPlace('vacancies', vacancies)
  await putInPlace('people', inPool)
  const loaded = {
    vacancies,
    programmes: stream.programmes.length,
    offerings: stream.offerings.length,
    people: inPool,
  }
  const sum = checksum.end()
  await store.saveState(db, { on: true, today, checksum: sum, size })
  return { loaded, checksum: sum }
}

function* batches<T>(all: Iterable<T>): Generator<readonly T[]> {
  let batch: T[] = []
  for (const one of all) {
    batch.push(one)
    if (batch.length < gatheredAtOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
