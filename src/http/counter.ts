import type { Clock } from '../platform/index.ts'

/** More keys than this are not remembered: the oldest go. */
const mostKeys = 50_000

/** Counts by key within a window of time that begins at the first. In memory: it begins anew when the program does. */
export interface Counter {
  /** Counts one more; how many there are now. */
  add(key: string): number
  count(key: string): number
}

export function createCounter(clock: Clock, windowMs: number): Counter {
  const counted = new Map<string, { readonly since: number; readonly count: number }>()
  const current = (key: string) => {
    const known = counted.get(key)
    return known && known.since > clock.now() - windowMs ? known : { since: clock.now(), count: 0 }
  }
  return {
    add(key) {
      const { since, count } = current(key)
      // Put in anew, so that the order of the map is that of last use.
      counted.delete(key)
      counted.set(key, { since, count: count + 1 })
      const [oldest] = counted.keys()
      if (counted.size > mostKeys && oldest !== undefined) counted.delete(oldest)
      return count + 1
    },
    count: (key) => current(key).count,
  }
}
