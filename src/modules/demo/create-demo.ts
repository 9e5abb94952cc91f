import {
  type Clock,
  type Database,
  type DateText,
  Invalid,
  type Log,
  type Progress,
  todayInAmsterdam,
} from '../../platform/index.ts'
import type { People } from '../people/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { Catalogue } from '../skills/index.ts'
import type { Trainings } from '../trainings/index.ts'
import { readDemand } from './demo-occupations.ts'
import { readPlaceWeights } from './demo-places.ts'
import { createDemoStore } from './demo-store.ts'
import { type DemoSize, demoChecksum, demoSeed, demoSize, demoWorld } from './demo-world.ts'
import { type ExampleProfile, readExampleProfiles } from './example-profiles.ts'

/** The invented world the program shows before it has real data. */
export interface Demo {
  /**
   * Replaces the demo world by a fresh one whose dates count from `today`, and says that this is a demo. Everything else stays.
   * One transaction: a reader sees the old world or the new one, and a reset that was cut off changed nothing.
   * @throws Invalid when the vocabulary is not loaded.
   */
  reset(options?: {
    readonly progress?: Progress
    readonly today?: DateText
    readonly seed?: string
    readonly size?: DemoSize
  }): Promise<DemoReset>
  /** Removes the demo world, for real use. */
  clear(): Promise<void>
  isDemo(): Promise<boolean>
  /** The day the demo world counts from; undefined when there is none. */
  countedFrom(): Promise<DateText | undefined>
  /** Example people to try the site with. */
  profiles(): Promise<readonly ExampleProfile[]>
}

export interface DemoReset extends DemoSize {
  readonly today: DateText
  readonly checksum: string
}

const batchSize = 500

export function createDemo(parts: {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly skills: { catalogue(): Promise<Catalogue> }
  readonly trainings: Pick<Trainings, 'insertMany' | 'removeDemo'>
  readonly people: Pick<People, 'putInPool' | 'removeDemo'>
  readonly regions: Pick<RegionsService, 'municipalities'>
}): Demo {
  const store = createDemoStore(parts.db)

  return {
    async reset({ progress, today = todayInAmsterdam(parts.clock.now()), seed = demoSeed, size = demoSize } = {}) {
      const started = parts.clock.now()
      const catalogue = await parts.skills.catalogue()
      if (catalogue.ictOccupations('nl').length === 0) {
        throw new Invalid(
          'vocabulary',
          'The demo world is made from the starter vocabulary, and that is not loaded. Load it first.',
        )
      }
      progress?.({ what: 'inventing the demo world', done: 0 })
      const world = await demoWorld({
        seed,
        today,
        size,
        catalogue,
        municipalities: parts.regions.municipalities(),
        placeWeights: await readPlaceWeights(),
        demand: await readDemand(),
      })
      const checksum = demoChecksum(world)
      const total = world.vacancies.length + world.programmes.length + world.offerings.length + world.people.length
      let done = 0
      const report = (rows: number): void => {
        done += rows
        progress?.({ what: 'saving the demo world', done, total })
      }
      await parts.db.transaction(async (db) => {
        await store.removeVacancies(db)
        await parts.people.removeDemo(db)
        await parts.trainings.removeDemo(db)
        await parts.trainings.insertMany({ programmes: world.programmes, offerings: world.offerings }, db)
        report(world.programmes.length + world.offerings.length)
        for (const batch of batches(world.vacancies)) {
          await store.insertVacancies(db, batch)
          report(batch.length)
        }
        for (const batch of batches(world.people)) {
          await parts.people.putInPool(
            batch.map((person) => ({ ...person, demo: true })),
            db,
          )
          report(batch.length)
        }
        await store.saveState(db, { on: true, today, checksum })
      })
      parts.log.info('the demo world was made anew', {
        vacancies: world.vacancies.length,
        today,
        ms: parts.clock.now() - started,
      })
      return {
        vacancies: world.vacancies.length,
        programmes: world.programmes.length,
        offerings: world.offerings.length,
        people: world.people.length,
        today,
        checksum,
      }
    },

    async clear() {
      await parts.db.transaction(async (db) => {
        await store.removeVacancies(db)
        await parts.people.removeDemo(db)
        await parts.trainings.removeDemo(db)
        await store.saveState(db, { on: false })
      })
    },

    async isDemo() {
      return (await store.readState())?.on === true
    },

    async countedFrom() {
      return (await store.readState())?.today
    },

    profiles: () => readExampleProfiles(todayInAmsterdam(parts.clock.now())),
  }
}

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += batchSize) yield all.slice(from, from + batchSize)
}
