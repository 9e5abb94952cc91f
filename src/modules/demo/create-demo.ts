import { type Clock, type Database, type DateText, Invalid, type Log, todayInAmsterdam } from '../../platform/index.ts'
import type { People } from '../people/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { Catalogue } from '../skills/index.ts'
import type { Trainings } from '../trainings/index.ts'
import { readDemand } from './demo-occupations.ts'
import { readPlaceWeights } from './demo-places.ts'
import { type DemoSize, demoSize, isStandardSize, rowsOf } from './demo-size.ts'
import { createDemoStore } from './demo-store.ts'
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
  /** Example people to try the site with. */
  profiles(): Promise<readonly ExampleProfile[]>
}

export interface DemoReset extends DemoSize {
  readonly today: DateText
  readonly checksum: string
}

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
          const done = await loadDemo(db, stream, { ...parts, store }, { today, size, progress, signal })
          await store.unmarkLoading(db)
          return done
        })
      } catch (error) {
        // Where the record cannot be reached any more, the mark stays and tells the next start.
        await store.unmarkLoading(parts.db).catch(() => {})
        throw error
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
        await store.removeVacancies(db)
        await parts.people.removeDemo(db)
        await parts.trainings.removeDemo(db)
        await store.saveState(db, { on: false })
      })
      await store.tidy()
    },

    async isDemo() {
      return (await store.readState())?.on === true
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

    profiles: () => readExampleProfiles(todayInAmsterdam(parts.clock.now())),
  }
}
