import { openSchakel } from '../../src/cli/index.ts'
import type { DemoSize } from '../../src/modules/demo/index.ts'
import type { Profile } from '../../src/modules/people/index.ts'
import { createIds, createLog, parseConfig, systemClock } from '../../src/platform/index.ts'

/** Somebody who asks: on the API with a profile, on the site with the cookie of a draft that holds the same one. */
export interface Visitor {
  readonly profile: Profile
  readonly token: string
}

/** What a world offers to ask about. */
export interface PreparedRecord {
  readonly visitors: readonly Visitor[]
  readonly vacancies: readonly string[]
  readonly occupations: readonly string[]
}

/** So many of its vacancies are asked about. */
const vacanciesAsked = 2000

/** Puts a demo world of this size in the data folder, unless it is there, and lets people of its pool visit. The folder is free again after it. */
export async function prepareRecord(folder: string, size: DemoSize, visitors: number): Promise<PreparedRecord> {
  const config = parseConfig({ SCHAKEL_DATA: folder, SCHAKEL_DEMO: 'off' })
  const schakel = await openSchakel(config, { clock: systemClock, ids: createIds(systemClock), log: createLog('error') })
  try {
    const { modules, db } = schakel
    const rows = await db.query<{ count: number }>('select count(*)::int as count from vacancy')
    if ((rows[0]?.count ?? 0) !== size.vacancies) await modules.demo.reset({ size })
    const pool = await modules.people.listPool()
    const step = Math.max(1, Math.floor(pool.length / visitors))
    const profiles = pool.filter((_, at) => at % step === 0).slice(0, visitors)
    const catalogue = await modules.skills.catalogue()
    const every = Math.max(1, Math.floor(size.vacancies / vacanciesAsked))
    return {
      visitors: await Promise.all(
        profiles.map(async ({ profile }) => ({ profile, token: await modules.people.createDraft(profile) })),
      ),
      vacancies: Array.from({ length: Math.floor(size.vacancies / every) }, (_, at) => `demo-vacancy-${at * every + 1}`),
      occupations: catalogue.ictOccupations('nl').map(({ id }) => id),
    }
  } finally {
    await schakel.close()
  }
}
