import type { Engines, Found } from '../engines/index.ts'
import type { Resident } from '../matching/index.ts'

/** Findings about what is published are the same for everybody who asks, as long as the data is: members look at a page more than once. */
const mostKept = 500

type Asked = { readonly training: string; readonly goal: { readonly regions?: readonly string[] } }

/** Asks who needs a training, once for each moment of the data. */
export function askOnce(engines: Engines): (asked: Asked, signal: AbortSignal | undefined) => Promise<Found<'waiting'>> {
  const kept = new WeakMap<Resident, Map<string, Found<'waiting'>>>()
  return async (asked, signal) => {
    const key = JSON.stringify(asked)
    const known = kept.get(await engines.resident())?.get(key)
    if (known) return known
    const found = await engines.ask({ kind: 'waiting', ...asked }, { signal })
    const of = kept.get(found.resident) ?? new Map<string, Found<'waiting'>>()
    if (of.size >= mostKept) of.clear()
    kept.set(found.resident, of.set(key, found))
    return found
  }
}
