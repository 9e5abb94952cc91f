import { Busy, type Clock } from '../../platform/index.ts'

/** Lists of people that one organisation may ask for in a minute: enough for every desk, too slow to copy everybody. */
export const listsPerMinute = 60

const minuteMs = 60_000

/** Counts by organisation and whole minute, in memory: what matters is slow, not exact. */
export function createAskCounter(clock: Clock): { countAsk(organisation: string): void } {
  let minute = 0
  const asked = new Map<string, number>()
  return {
    countAsk(organisation) {
      const now = Math.floor(clock.now() / minuteMs)
      if (now !== minute) asked.clear()
      minute = now
      const count = (asked.get(organisation) ?? 0) + 1
      asked.set(organisation, count)
      if (count > listsPerMinute) {
        throw new Busy(`An organisation may ask for ${listsPerMinute} lists of people a minute. Wait a minute.`, minuteMs / 1000)
      }
    },
  }
}
