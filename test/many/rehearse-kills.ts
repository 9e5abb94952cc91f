import { runStorm } from './storm.ts'

const equalWithinMs = 2000

/** Storms one after the other, each on a record of its own. @returns whether all were without fault */
export async function rehearseKills(times: number, seconds: number, say: (line: string) => void): Promise<boolean> {
  let good = 0
  let slowest = 0
  for (let time = 1; time <= times; time++) {
    const told: string[] = []
    try {
      const report = await runStorm({
        ...{ seconds, people: 100, workers: 4, servers: 3, blowEveryMs: 2000 },
        tell: (line) => told.push(line),
      })
      const { blows, published, parts, alerts, mails, equalAfterMs, lost, twice, unequal } = report
      const isGood = lost.length + twice.length + unequal.length === 0 && equalAfterMs <= equalWithinMs
      slowest = Math.max(slowest, equalAfterMs)
      say(
        `${time} of ${times}: ${isGood ? 'good' : 'NOT GOOD'}. ${blows.killed} killed, ${blows.stopped} stopped, database paused ${blows.paused} times; ` +
          `${published} vacancies, ${parts.done} parts (${parts.triedAgain} tried again), ${alerts} found for people, ${mails.sent} mails sent ` +
          `(${mails.perhapsLost} listed as perhaps lost); lost ${lost.length}, twice ${twice.length}; equal after ${equalAfterMs} ms`,
      )
      for (const line of [...lost, ...twice, ...unequal].slice(0, 20)) say(`    ${line}`)
      if (isGood) good++
      else for (const line of told) say(`    ${line}`)
    } catch (error) {
      say(`${time} of ${times}: NOT GOOD. ${String(error)}`)
      for (const line of told) say(`    ${line}`)
    }
  }
  say(`${good} of ${times} were good; the slowest was equal after ${slowest} ms`)
  return good === times
}
