import { createHash } from 'node:crypto'

/** Readings that are kept, the least used first out. */
export interface KeptReadings<Reading> {
  /** What was read of this text before with the same versions, else what `read` makes of it. */
  of(text: string, versions: string, read: () => Reading): Reading
}

/** @param most how many are kept */
export function keepReadings<Reading>(most: number): KeptReadings<Reading> {
  const kept = new Map<string, Reading>()
  return {
    of(text, versions, read) {
      const key = createHash('sha256').update(versions).update('\0').update(text).digest('base64url')
      const known = kept.get(key)
      const reading = known ?? read()
      // Taken out and put back, it stands behind all that were not asked for since.
      kept.delete(key)
      kept.set(key, reading)
      if (kept.size > most) kept.delete(kept.keys().next().value!)
      return reading
    },
  }
}
