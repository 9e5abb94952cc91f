import { z } from 'zod'
import type { Modules } from '../../modules/index.ts'
import { everyMinutes, everySeconds, type JobKind, nightly } from '../../modules/jobs/index.ts'
import { alertPartSchema } from '../../modules/vacancy-alerts/index.ts'
import { Busy, type Clock, type Log } from '../../platform/index.ts'
import { keepHouse } from '../keep-house.ts'
import { runFairness } from './run-fairness.ts'

/** People in a share of the night's work: minutes, so that a process that ends costs minutes. */
const peopleInShare = 50
const mostShares = 256
/** Worlds a night: each another one. */
const fairnessWorlds = 2
/** What was published waits no longer before it is looked for whom it is. */
const searchSeconds = 10
const refreshHour = 2
const groupsHour = 3
const fairnessHour = 4

const nothing = z.strictObject({})
const oneShare = z.strictObject({ part: z.number().int().min(0), of: z.number().int().min(1) })

const whole = { parts: [{}] } as const
const shares = (people: number) => {
  const of = Math.min(mostShares, Math.ceil(people / peopleInShare))
  return { parts: Array.from({ length: of }, (_, part) => ({ part, of })) }
}

/**
 * All batch work there is. Each kind may be begun twice and is there once: what it writes has a key of its own, or stands in the transaction
 * that says that it is done.
 */
export function addJobKinds(modules: Modules, { clock, log }: { readonly clock: Clock; readonly log: Log }): void {
  const { jobs, keptPlans, vacancyAlerts, cohortChoice } = modules
  jobs.add(hourly(modules, clock, log))
  jobs.add(reminders(modules))
  jobs.add<z.infer<typeof oneShare>>({
    name: 'kept-plans',
    payload: oneShare,
    slotAt: nightly(refreshHour),
    opening: async () => shares(await keptPlans.countDue()),
    async work(share, { signal }) {
      const { isBusy, ...did } = await keptPlans.keepHouse(share, signal)
      if (isBusy) throw new Busy('People who ask now go first.', 1)
      return did
    },
  })
  jobs.add({
    name: 'vacancy-alerts',
    payload: alertPartSchema,
    slotAt: everySeconds(searchSeconds),
    opening: () => vacancyAlerts.search(),
    async work(part, { signal }) {
      const found = await vacancyAlerts.searchPart(part, signal)
      return { found, mailed: found > 0 ? await vacancyAlerts.mailDue() : 0 }
    },
  })
  jobs.add<{ region: string }>({
    name: 'cohort-groups',
    payload: z.strictObject({ region: z.string().min(1) }),
    slotAt: nightly(groupsHour),
    opening: async () => ({ parts: (await cohortChoice.regionsToPrepare()).map((region) => ({ region })) }),
    async work({ region }, { signal, once }) {
      const { people, write } = await cohortChoice.prepare(region, signal)
      await once(async (inside) => {
        await write(inside)
        return { people }
      })
      return {}
    },
  })
}

/** Worlds of made-up people, in a process of their own: only where there are workers, since it takes a core for minutes. */
export function addFairnessRuns({ jobs }: Modules): void {
  jobs.add<{ seed: string }>({
    name: 'fairness',
    isSlow: true,
    payload: z.strictObject({ seed: z.string().min(1) }),
    slotAt: nightly(fairnessHour),
    opening: async (slot) => ({
      parts: Array.from({ length: fairnessWorlds }, (_, number) => ({ seed: `${slot} ${number + 1}` })),
    }),
    work: ({ seed }, { signal }) => runFairness(seed, signal),
  })
}

/** What goes by itself with time. */
function hourly(modules: Modules, clock: Clock, log: Log): JobKind<object> {
  return {
    name: 'keep-house',
    payload: nothing,
    slotAt: everyMinutes(60),
    opening: async () => whole,
    async work() {
      await keepHouse(modules, clock, log)
      return {}
    },
  }
}

/** Terms of days: looked at every few minutes. */
function reminders({ introductions, placements, vacancyAlerts }: Modules): JobKind<object> {
  return {
    name: 'reminders',
    payload: nothing,
    slotAt: everyMinutes(5),
    opening: async () => whole,
    async work() {
      const met = await introductions.tick()
      const placed = await placements.tick()
      return { overdue: met.overdue, removed: met.removed + placed.removed, mailed: await vacancyAlerts.mailDue() }
    },
  }
}
