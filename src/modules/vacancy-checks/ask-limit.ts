import type { Clock } from '../../platform/index.ts'
import { countingKnobs } from '../engines/index.ts'

const minuteMs = 60_000

/** How often somebody may have people counted: as often as the API allows. The same again within a minute tells nothing new, so it is not counted. */
export interface AskLimit {
  /** Whether `asker` may ask this now. */
  allows(asker: string, question: string): boolean
}

export function createAskLimit(clock: Clock, perMinute: number = countingKnobs.asksPerMinute): AskLimit {
  let minute = Number.NaN
  const asked = new Map<string, Set<string>>()
  return {
    allows(asker, question) {
      const now = Math.floor(clock.now() / minuteMs)
      if (now !== minute) asked.clear()
      minute = now
      const own = asked.get(asker) ?? new Set()
      if (!own.has(question) && own.size >= perMinute) return false
      asked.set(asker, own.add(question))
      return true
    },
  }
}
