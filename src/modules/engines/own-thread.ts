import type { Person } from '../../engine/matching/index.ts'
import { type Resident, type Residents, worldOf } from '../matching/index.ts'
import type { Engines } from './engines.ts'
import { find } from './findings/find.ts'
import { type HeldEngine, type HeldPool, holdEngine } from './findings/held-engine.ts'

/**
 * One engine in the thread that asks, always of the newest data: for the command line and for tests, where nobody waits behind. The people
 * who are counted are read when the first question is about them: most commands ask nothing of the kind.
 */
export function enginesInOwnThread(residents: Residents): Engines {
  let held: { readonly resident: Resident; readonly engine: HeldEngine } | undefined
  const engineOf = (resident: Resident): HeldEngine => {
    if (held?.resident !== resident) held = { resident, engine: holdEngine(worldOf(resident.rows())) }
    return held.engine
  }
  /** Two that ask at once share one reading. */
  let filling: { readonly pool: HeldPool; readonly done: Promise<void> } | undefined
  const fill = (pool: HeldPool, resident: Resident): Promise<void> => {
    if (filling?.pool !== pool) filling = { pool, done: takeIn(pool, resident.rows().people) }
    // Half a pool is none: the next question begins with a new engine.
    filling.done.catch(() => {
      held = undefined
    })
    return filling.done
  }
  return {
    resident: () => residents.current(),
    async ask(question, { signal } = {}) {
      const resident = await residents.current()
      const engine = engineOf(resident)
      if (question.kind === 'poolEffect') await fill(engine.pool, resident)
      signal?.throwIfAborted()
      return { finding: find(engine, question), resident }
    },
    async close() {
      held = undefined
      filling = undefined
    },
  }
}

async function takeIn(pool: HeldPool, people: AsyncIterable<readonly Person[]>): Promise<void> {
  for await (const some of people) pool.add(some)
  pool.done()
}
