import { randomBytes } from 'node:crypto'
import type { Clock, Ids } from './outside.ts'

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() }

const mostInOneMillisecond = 0xfff

/**
 * Ids as UUID version 7 (RFC 9562): time first, then a counter, so they sort in the order in which they were made, also
 * when the clock is set back; then 62 random bits.
 */
export function createIds(clock: Clock): Ids {
  let lastTime = 0
  let counter = 0
  return {
    next() {
      const now = clock.now()
      if (now > lastTime) {
        lastTime = now
        counter = 0
      } else if (++counter > mostInOneMillisecond) {
        lastTime++
        counter = 0
      }
      return uuid7(lastTime, counter)
    },
    token: () => randomBytes(32).toString('base64url'),
  }
}

function uuid7(time: number, counter: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(time, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
