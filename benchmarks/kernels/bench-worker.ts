import { parentPort, workerData } from 'node:worker_threads'
import type { ExplainingEngine, World } from '../../src/engine/planning/index.ts'
import { openWorld, type RowWorld, wholeWorld } from '../worlds/index.ts'
import { builderOf } from './engines.ts'
import { type Limits, measure, mostWarmUps, type Timed } from './measure.ts'
import { selfTimes } from './profile.ts'
import { type AskedAbout, kernels, type PoolQuestions, type Subject } from './table.ts'

export interface WorkerTask {
  readonly world: string
  readonly size: string
  readonly engine: string
  readonly pool: number
  readonly limits: Limits
  readonly profile: boolean
}

/** A kernel to measure. */
export interface WorkerRun {
  readonly kernel: string
  /** How many people were asked already, by a thread that was ended. */
  readonly from: number
  readonly warm: boolean
  readonly budgetMs: number
}

/** What is told of a world and an engine once they stand. */
export interface Built {
  readonly vacancies: number
  readonly offerings: number
  readonly skills: number
  readonly rowsMs: number
  readonly buildMs: number
  readonly buildCpuMs: number
  readonly rssMb: number
  readonly bytes?: { readonly perVacancy: number; readonly perPerson?: number }
}

export type WorkerMessage =
  | { readonly is: 'absent'; readonly why: string }
  | { readonly is: 'built'; readonly built: Built }
  | { readonly is: 'asked' | 'warm' }
  | { readonly is: 'sample'; readonly timed: Timed }
  | { readonly is: 'failed'; readonly why: string }
  | { readonly is: 'done'; readonly rssMb: number; readonly profile?: readonly string[] }

/** Streams of people of their own: those asked, those that warm up, and the pool. */
const draws = { asked: 1, warmUp: 2, pool: 3 } as const

/** Builds the world, then measures each kernel that the main thread names. */
export async function work(): Promise<void> {
  const task = workerData as WorkerTask
  const say = (message: WorkerMessage): void => parentPort?.postMessage(message)
  const rows = openWorld(task.world, task.size)
  if (typeof rows === 'string') return say({ is: 'absent', why: rows })
  const { subject, built } = await build(rows, task)
  say({ is: 'built', built })
  parentPort?.on('message', async (asked: WorkerRun) => {
    const kernel = kernels.find(({ name }) => name === asked.kernel)
    if (!kernel) return say({ is: 'failed', why: `there is no kernel "${asked.kernel}"` })
    const { limits } = task
    const run = (): void =>
      measure(
        kernel,
        subject,
        {
          people: rows.people(limits.samples, draws.asked),
          warm: rows.people(asked.warm ? mostWarmUps : 0, draws.warmUp),
          from: asked.from,
        },
        { ...limits, budgetMs: asked.budgetMs },
        { asked: () => say({ is: 'asked' }), warm: () => say({ is: 'warm' }), sample: (timed) => say({ is: 'sample', timed }) },
      )
    try {
      const profile = task.profile ? await selfTimes(run) : undefined
      if (!task.profile) run()
      say({ is: 'done', rssMb: rssMb(), ...(profile ? { profile } : {}) })
    } catch (error) {
      say({ is: 'failed', why: error instanceof Error ? error.message : String(error) })
    }
  })
}

async function build(rows: RowWorld, task: WorkerTask): Promise<{ readonly subject: Subject; readonly built: Built }> {
  const create = await builderOf(task.engine)
  const begun = performance.now()
  const world = wholeWorld(rows)
  const made = performance.now()
  const cpu = process.cpuUsage()
  const { engine, singleDoors, openPool, bytes } = create(world)
  const buildMs = performance.now() - made
  const { user, system } = process.cpuUsage(cpu)
  let pool: PoolQuestions | undefined
  let withoutKinship: ExplainingEngine | undefined
  return {
    subject: {
      ...{ engine, singleDoors, world: askedOf(world, task.limits.samples) },
      withoutKinship: () => {
        withoutKinship ??= create(withoutLinks(wholeWorld(rows))).engine
        return withoutKinship
      },
      pool: () => {
        pool ??= openPool(rows.people(task.pool, draws.pool))
        return pool
      },
    },
    built: {
      ...{ vacancies: world.vacancies.length, offerings: world.offerings.length, skills: world.skills.length },
      ...{ rowsMs: made - begun, buildMs, buildCpuMs: (user + system) / 1000, rssMb: rssMb(), ...(bytes ? { bytes } : {}) },
    },
  }
}

/** Vacancies and offerings far apart, none twice before all had a turn. */
function askedOf({ vacancies, offerings }: World, samples: number): AskedAbout {
  // Of an offering that must be asked about first the engine knows nothing (ruling 48).
  const known = offerings.filter(({ askFirst }) => askFirst !== true)
  const spread = <T>(list: readonly T[]): T[] =>
    Array.from({ length: samples + mostWarmUps + 1 }, (_, at) => list[(at * 7919 + 500) % list.length] as T)
  return {
    vacancies: spread(vacancies).map(({ id, occupation = '' }) => ({ id, occupation })),
    offeringIds: spread(known).map(({ id }) => id),
  }
}

function withoutLinks(world: World): World {
  return { ...world, skills: world.skills.map(({ id, kind }) => ({ id, kind })) }
}

function rssMb(): number {
  return process.memoryUsage.rss() / 2 ** 20
}
