import type { Clock } from '../../platform/index.ts'

/** Counts how often something was asked within a window of time. In memory: it begins anew when the program does. */
export interface AskLimits {
  /** Counts one asking, unless there were so many already; whether it may go on. */
  mayAsk(key: string, most: number): boolean
  /** How many were counted within the window. */
  count(key: string): number
}

/** More keys than this are not remembered: the oldest go. */
const mostKeys = 50_000

export function createAskLimits(clock: Clock, windowMs: number): AskLimits {
  const asked = new Map<string, readonly number[]>()
  const recent = (key: string): readonly number[] => (asked.get(key) ?? []).filter((at) => at > clock.now() - windowMs)
  return {
    mayAsk(key, most) {
      const before = recent(key)
      if (before.length >= most) return false
      // Put in anew, so that the order of the map is that of last use.
      asked.delete(key)
      asked.set(key, [...before, clock.now()])
      for (const oldest of asked.keys()) {
        if (asked.size <= mostKeys) break
        asked.delete(oldest)
      }
      return true
    },
    count: (key) => recent(key).length,
  }
}

/**
 * The network of an address: an IPv4 address as it is, the first 64 bits of an IPv6 address, for whoever has one has all behind it.
 * Without an address all who have none are one network.
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown'
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('%', 1).join('').toLowerCase().split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  return [...first, ...Array.from({ length: zeros }, () => '0'), ...last]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')
}
