import { join } from 'node:path'
import type { Modules } from '../modules/index.ts'
import { type Clock, type Database, type Log, type Progress, todayInAmsterdam } from '../platform/index.ts'
import type { RecordWish } from './command-context.ts'
import { createFirstStartStore } from './first-start-store.ts'
import { keepHouse } from './keep-house.ts'

const vocabularyFolder = join(import.meta.dirname, '../../data/vocabulary')

/** After so many days the starts of a demo world lie too far in the past to plan with. */
const demoStaysFreshDays = 28
const dayMs = 86_400_000

export interface Preparation extends RecordWish {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly wantsDemo: boolean
  /** Several processes may start on this record: one that works keeps house, and the others do not each do it too. Left out: it is kept at once. */
  readonly isShared?: boolean
  readonly progress?: Progress
}

/**
 * What every start does on a migrated record: mends what a killed process left, loads the vocabulary and rules that come
 * with the program, and at the very first start the demo world. On a record that has all that it changes nothing.
 */
export async function prepareRecord(
  modules: Modules,
  { db, clock, log, wantsDemo, isShared, ownData, progress }: Preparation,
): Promise<void> {
  const mended = (await modules.skills.repairRuns()) + (await modules.imports.repair())
  if (mended > 0) log.warn('imports that were cut off were cleared', { count: mended })
  const vocabulary = await modules.skills.loadStarter(vocabularyFolder)
  const rules = await modules.rules.load()
  const initiatives = await modules.initiatives.load()
  if (vocabulary.changed || rules.changed) log.info('the vocabulary and the rules are current', { count: rules.rules })
  if (initiatives.changed) log.info('the trainings of the initiatives are current', { count: initiatives.programmes })

  // Whoever an old backup brought back goes before anything is served, whatever else waits.
  if (isShared) await modules.dataRights.eraseAgain()
  else await keepHouse(modules, clock, log)
  const firstStart = createFirstStartStore(db)
  const isFirst = !(await firstStart.wasDone())
  if (wantsDemo && !ownData && (isFirst || (await isStale(modules, clock)))) {
    await modules.demo.reset(progress ? { progress } : {})
  }
  // Marked last: a start that is killed before this begins again. After `demo clear`, or an import of one's own, the demo does not come
  // by itself; after a mere try it does.
  if (isFirst && ownData !== 'tries') await firstStart.markDone(clock.now())
}

async function isStale(modules: Modules, clock: Clock): Promise<boolean> {
  const from = (await modules.demo.isDemo()) ? await modules.demo.countedFrom() : undefined
  // One of another size was asked for by hand, and takes longer than a start may.
  if (from === undefined || !(await modules.demo.isStandard())) return false
  return Date.parse(todayInAmsterdam(clock.now())) - Date.parse(from) > demoStaysFreshDays * dayMs
}
