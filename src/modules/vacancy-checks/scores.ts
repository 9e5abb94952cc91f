import { createHash } from 'node:crypto'
import { type Clock, type Database, type DateText, Invalid, todayInAmsterdam } from '../../platform/index.ts'
import type { ScoreParts } from './score.ts'
import { createScoreStore } from './score-store.ts'
import type { CountPair, VacancyCheckView } from './views.ts'

/** What one text of an organisation scored on one day. The text itself is not kept. */
export interface KeptScore {
  readonly organisation: string
  readonly on: DateText
  /** Of the text, so that the same text on one day is one score. */
  readonly textHash: string
  readonly parts: ScoreParts
  /** How many times each check said something that is no tip. */
  readonly checks: Readonly<Record<string, number>>
  /** People within reach, in tens; left out where nothing was counted. */
  readonly reached?: CountPair
}

/** Scores of organisations that promised to write in skills, over time. */
export interface Scores {
  /** Keeps what this check found, for today. @throws Invalid when the name of the organisation is empty or too long */
  keep(organisation: string, view: VacancyCheckView): Promise<void>
  /** Of one organisation, the oldest first. */
  of(organisation: string): Promise<readonly KeptScore[]>
}

const longestOrganisation = 200

export function createScores({ db, clock }: { readonly db: Database; readonly clock: Clock }): Scores {
  const store = createScoreStore(db)
  return {
    async keep(organisation, view) {
      const name = organisation.trim()
      if (name === '' || name.length > longestOrganisation) {
        throw new Invalid('organisation', `The name of an organisation has 1 to ${longestOrganisation} characters.`)
      }
      await store.save({
        organisation: name,
        on: todayInAmsterdam(clock.now()),
        textHash: createHash('sha256').update(view.text).digest('base64url'),
        parts: view.score,
        checks: countChecks(view),
        ...(view.counts ? { reached: view.counts.now } : {}),
      })
    },
    of: (organisation) => store.of(organisation.trim()),
  }
}

function countChecks({ items, missing }: VacancyCheckView): Record<string, number> {
  const counts: Record<string, number> = {}
  const said = [...items.flatMap((item) => item.said ?? []), ...missing].filter(({ severity }) => severity !== 'tip')
  for (const { check } of said) counts[check] = (counts[check] ?? 0) + 1
  return counts
}
