import { actAs, createIds, type Database, type Log } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import { createDecisionLog, type DecisionLogParts } from './create-decision-log.ts'
import type { DecisionEntry } from './entry.ts'

export const start = Date.parse('2026-11-02T09:00:00Z')

export const person = (account: string): Actor => ({
  kind: 'account',
  account,
  session: 's',
  administrator: false,
  memberships: [],
})

/** A list of people that Rik, a recruiter of Keiland, looked at. */
export const listOf = (about: readonly string[], more: Partial<DecisionEntry> = {}): DecisionEntry => ({
  what: 'people-shown',
  by: { organisation: 'keiland', account: 'rik', role: 'recruiter' },
  about,
  inputHash: 'abc',
  versions: { engine: '1.0', taxonomy: 'esco-1', transfer: 't-1' },
  payload: { vacancy: 'v1', filter: 'now' },
  shown: Object.fromEntries(about.map((account, place) => [account, { place, handle: `${account}-handle` }])),
  why: { vacancy: 'v1' },
  ...more,
})

const silent: Log = { info() {}, warn() {}, error() {} }

/** A decision log on a record, with a clock that the test moves. */
export function startLog(
  db: Database,
  { secrets = ['a'.repeat(32)], auditKey }: Pick<DecisionLogParts, 'secrets' | 'auditKey'> = {},
) {
  let now = start
  const clock = { now: () => now }
  const log = createDecisionLog({ db, clock, ids: createIds(clock), log: silent, secrets, auditKey })
  return {
    log,
    clock,
    wait: (milliseconds: number) => {
      now += milliseconds
    },
    record: (entry: DecisionEntry) =>
      actAs(db, { account: 'rik', organisations: ['keiland'] }, (inside) => log.record(inside, entry)),
  }
}
