import { type Resident, type Residents, worldOf } from '../matching/index.ts'
import type { Engines } from './engines.ts'
import { find } from './findings/find.ts'
import { type HeldEngine, holdEngine } from './findings/held-engine.ts'

/** One engine in the thread that asks, always of the newest data: for the command line and for tests, where nobody waits behind. */
export function enginesInOwnThread(residents: Residents): Engines {
  let held: { readonly resident: Resident; readonly engine: HeldEngine } | undefined
  const engineOf = (resident: Resident): HeldEngine => {
    if (held?.resident !== resident) held = { resident, engine: holdEngine(worldOf(resident.rows())) }
    return held.engine
  }
  return {
    resident: () => residents.current(),
    async ask(question, { signal } = {}) {
      const resident = await residents.current()
      signal?.throwIfAborted()
      return { finding: find(engineOf(resident), question), resident }
    },
    async close() {
      held = undefined
    },
  }
}
