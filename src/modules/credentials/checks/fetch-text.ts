import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FeedReach, fetchFeed, readFeedUrl } from '../../feeds/index.ts'
import { credentialLimits } from '../document/index.ts'
import type { CheckParts, FetchedText } from './check-parts.ts'

/** Whoever waits for the checks waits for this. */
const limits = { bytes: credentialLimits.documentBytes, answerMs: 4_000, idleMs: 4_000, totalMs: 8_000 }

/** What stands at an address, of hosts that the operator named; guarded as feeds are, and kept nowhere. */
export function createFetchText(reach: FeedReach): CheckParts['fetchText'] {
  return async (url): Promise<FetchedText> => {
    try {
      readFeedUrl(url, reach)
    } catch {
      return { why: 'notAllowed' }
    }
    const file = join(tmpdir(), `schakel-credential-${randomUUID()}`)
    try {
      const fetched = await fetchFeed(url, {}, file, { reach, limits })
      return fetched.isSame ? { why: 'unreachable' } : { text: await readFile(file, 'utf8') }
    } catch {
      return { why: 'unreachable' }
    } finally {
      await rm(file, { force: true })
    }
  }
}
