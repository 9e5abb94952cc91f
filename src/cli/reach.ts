import type { Clock } from '../platform/index.ts'
import type { CommandSurroundings, Reach } from './command-context.ts'
import type { OpenSchakel } from './open-schakel.ts'

/** Commands on a record that this process has open already. */
export function reachOf(schakel: OpenSchakel, surroundings: CommandSurroundings, clock: Clock): Reach {
  const { db, modules } = schakel
  const context = {
    ...surroundings,
    db,
    clock,
    modules,
    async beforeReplace() {
      await modules.dataRights.eraseAgain()
    },
    async afterReplace() {
      await modules.dataRights.eraseAgain()
      await modules.regions.refresh()
      await modules.skills.refresh()
      const { offerAfterRestore } = await import('../modules/jobs/index.ts')
      await offerAfterRestore(db, clock.now())
    },
  }
  return { modules: (work) => work(context), record: (work) => work(context) }
}
