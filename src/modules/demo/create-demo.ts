import {
  type ActingDatabase,
  becoming,
  type Clock,
  type Database,
  type DateText,
  Invalid,
  type Log,
  todayInAmsterdam,
} from '../../platform/index.ts'
import type { People } from '../people/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { Catalogue } from '../skills/index.ts'
import type { Trainings } from '../trainings/index.ts'
import { readDemand } from './demo-occupations.ts'
import { readPlaceWeights } from './demo-places.ts'
import { type DemoSize, demoSize, isStandardSize, rowsOf } from './demo-size.ts'
import { createDemoStore, type DemoWorldEmployer } from './demo-store.ts'
import { demoSeed, demoStream } from './demo-world.ts'
import { type ExampleProfile, readExampleProfiles } from './example-profiles.ts'
import { type DemoProgress, loadDemo } from './load-demo.ts'

/** The invented world the program shows before it has real data. */
export interface Demo {
  /**
   * Replaces the demo world by a fresh one whose dates count from `today`, and says that this is a demo. Everything else stays.
   * One transaction: a reader sees the old world or the new one, and a reset that was cut off changed nothing.
   * @throws Invalid when the vocabulary is not loaded; Conflict when `signal` asked it to stop.
   */
  reset(options?: {
    readonly progress?: DemoProgress
    readonly signal?: AbortSignal
    readonly today?: DateText
    readonly seed?: string
    readonly size?: DemoSize
  }): Promise<DemoReset>
  /** Removes the demo world, of whatever size, for real use. */
  clear(): Promise<void>
  isDemo(): Promise<boolean>
  /** Whether the demo world has the size of a first start: such a one a start may make anew by itself. */
  isStandard(): Promise<boolean>
  /** The day the demo world counts from; undefined when there is none. */
  countedFrom(): Promise<DateText | undefined>
  /** Whether a process was killed while it loaded a demo world. Says so once; there is nothing to mend. */
  wasCutOff(): Promise<boolean>
  /**
   * What else belongs to the demo world. In the transaction of a reset it is removed first, in reverse order of adding, and made last; with `clear` it
   * goes. Rows of a part carry `demo = true`.
   */
  addPart(part: DemoPart): void
  /** Example people to try the site with. */
  profiles(): Promise<readonly ExampleProfile[]>
}

export interface DemoPart {
  /** @param inside a task of the program: it sees and writes all rows */
  load(inside: ActingDatabase, world: DemoPartWorld): Promise<void>
  remove(inside: ActingDatabase): Promise<void>
}

export interface DemoPartWorld {
  readonly today: DateText
  /** Employers of its vacancies, those with the most first. */
  readonly employers: readonly DemoWorldEmployer[]
}

export interface DemoReset extends DemoSize {
  readonly today: DateText
  readonly checksum: string
}

/** As many as parts of the demo may make something of. */
const employersForParts = 20
/** How long what is known of the record counts, in milliseconds. */
const knownForMs = 1_000

export function createDemo(parts: {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly skills: { catalogue(): Promise<Catalogue> }
  readonly trainings: Pick<Trainings, 'insertMany' | 'removeDemo'>
  readonly people: Pick<People, 'removeDemo'>
  readonly regions: Pick<RegionsService, 'municipalities'>
}): Demo {
  const store = createDemoStore(parts.db)
  const demoParts: DemoPart[] = []
  let known: { readonly on: boolean; readonly at: number } | undefined

  async function removeParts(inside: Database): Promise<ActingDatabase> {
    const task = await becoming(inside, { task: 'demo' })
    for (const part of demoParts.toReversed()) await part.remove(task)
    return task
  }

  return {
    async reset({ progress, signal, today = todayInAmsterdam(parts.clock.now()), seed = demoSeed, size = demoSize } = {}) {
      const started = parts.clock.now()
      const catalogue = await parts.skills.catalogue()
      if (catalogue.ictOccupations('nl').length === 0) {
        throw new Invalid(
          'vocabulary',
          'The demo world is made from the starter vocabulary, and that is not loaded. Load it first.',
        )
      }
      progress?.({ what: 'inventing the demo world', done: 0, total: rowsOf(size) })
      const stream = await demoStream({
        seed,
        today,
        size,
        catalogue,
        municipalities: parts.regions.municipalities(),
        placeWeights: await readPlaceWeights(),
        demand: await readDemand(),
      })
      await store.markLoading(started)
      let made: Awaited<ReturnType<typeof loadDemo>>
      try {
        made = await parts.db.transaction(async (db) => {
          await store.waitForOthers(db)
          const task = await removeParts(db)
          const done = await loadDemo(db, stream, { ...parts, store }, { today, size, progress, signal })
          const employers = await store.listEmployers(db, employersForParts)
          await store.unmarkLoading(db)
          for (const part of demoParts) await part.load(task, { today, employers })
          return done
        })
      } catch (error) {
        // Where the record cannot be reached any more, the mark stays and tells the next start.
        await store.unmarkLoading(parts.db).catch(() => {})
        throw error
      } finally {
        known = undefined
      }
      await store.tidy()
      parts.log.info('the demo world was made anew', {
        vacancies: made.loaded.vacancies,
        today,
        ms: parts.clock.now() - started,
      })
      return { ...made.loaded, today, checksum: made.checksum }
    },

    async clear() {
      await parts.db.transaction(async (db) => {
        await store.waitForOthers(db)
        await removeParts(db)
        await store.removeVacancies(db)
        await parts.people.removeDemo(db)
        await parts.trainings.removeDemo(db)
        await store.saveState(db, { on: false })
      })
      known = undefined
      await store.tidy()
    },

    async isDemo() {
      const now = parts.clock.now()
      // Every page asks. Another process may load or remove a demo world: a second later that is seen.
      if (!known || now < known.at || now - known.at >= knownForMs)
        known = { on: (await store.readState())?.on === true, at: now }
      return known.on
    },

    async isStandard() {
      const { size } = (await store.readState()) ?? {}
      return size === undefined || isStandardSize(size)
    },

    async countedFrom() {
      return (await store.readState())?.today
    },

    wasCutOff: () =>
      parts.db.transaction(async (db) => {
        // Who loads at this moment in another process holds the lock, and is not cut off.
        if (!(await store.isMarkedLoading(db)) || !(await store.isFree(db))) return false
        await store.unmarkLoading(db)
        return true
      }),

    addPart(part) {
      demoParts.push(part)
    },

    profiles: () => readExampleProfiles(todayInAmsterdam(parts.clock.now())),
  }
}
