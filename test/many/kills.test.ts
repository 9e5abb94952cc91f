/** The short storm; the long one: `npm run rehearse -- kills --times 20`. */
import { availableParallelism, loadavg } from 'node:os'
import { expect, test } from 'vitest'
import { findPostgresPrograms } from '../house/postgres-cluster.ts'
import { runStorm } from './storm.ts'

const isHere = findPostgresPrograms() !== undefined && process.platform === 'linux'
/** Seven processes start at once, and others may be at work on this machine. */
const patienceMs = 400_000
/** On a machine that has much else to do nothing is said of time: the rehearsal does that, alone. */
const isBusy = () => (loadavg()[0] ?? 0) > 3 * availableParallelism() + 4
const equalWithinMs = 2000

test.skipIf(!isHere)(
  'four workers and three servers on one postgresql, killed and stopped at random, lose nothing and do nothing twice, and answer the same',
  { timeout: patienceMs },
  async () => {
    const said: string[] = []
    const report = await runStorm({
      ...{ seconds: 12, people: 60, workers: 4, servers: 3, blowEveryMs: 1500 },
      tell: (line) => said.push(line),
    }).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${said.join('\n')}`, { cause: error })
    })
    expect(report.lost).toEqual([])
    expect(report.twice).toEqual([])
    expect(report.unequal).toEqual([])
    if (!isBusy()) expect(report.equalAfterMs).toBeLessThan(equalWithinMs)
    expect(report.alerts).toBeGreaterThan(100)
    expect(report.mails.sent + report.mails.perhapsLost).toBeGreaterThan(20)
    const { killed = 0, stopped = 0, paused = 0 } = report.blows
    expect(killed + stopped + paused).toBeGreaterThan(2)
  },
)
