import { actAs, nextDay, todayInAmsterdam } from '../../platform/index.ts'
import { findCohort, listForgotten, removePeopleOfEnded } from './cohort-store.ts'
import { freeCohortGuides } from './guides.ts'
import type { CohortsParts } from './parts.ts'
import { releaseCutOff } from './proposal-store.ts'
import { takeStep } from './propose.ts'
import { take } from './steps.ts'

const dayMs = 86_400_000

/** What keeping house did: how many cohorts, and how many people of cohorts that ended went. */
export interface CohortHouse {
  readonly lapsed: number
  readonly removed: number
}

/**
 * What goes with time: a cohort that nobody started or cancelled lapses so many days after its start; everything about people goes so many days after
 * the end (`data/rules/cohorts.json`). Without a rule nothing goes.
 */
export async function keepHouse(parts: CohortsParts): Promise<CohortHouse> {
  const now = parts.clock.now()
  const today = todayInAmsterdam(now)
  const number = async (id: string): Promise<number | undefined> => {
    const value = (await parts.rules.find(id, today))?.value
    return typeof value === 'number' ? value : undefined
  }
  const [lapseDays, keptDays] = [await number('cohort-lapse-days'), await number('cohort-kept-days')]
  return actAs(parts.db, { task: 'cohorts' }, async (program) => {
    await releaseCutOff(program)
    const forgotten = lapseDays === undefined ? [] : await listForgotten(program, nextDay(today, -lapseDays))
    let lapsed = 0
    for (const id of forgotten) {
      const one = await findCohort(program, id, true)
      if (!one || take(one.state, 'lapse') === undefined) continue
      await takeStep({ inside: program, one, now, today }, 'lapse', undefined, { endedAt: now })
      await freeCohortGuides(parts, program, id)
      lapsed++
    }
    return { lapsed, removed: keptDays === undefined ? 0 : await removePeopleOfEnded(program, now - keptDays * dayMs) }
  })
}
