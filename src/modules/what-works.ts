/** Makes the modules of what works, comparably: outcomes, and handing over. A part of the front door, `index.ts`. */
import { randomInt } from 'node:crypto'
import { todayInAmsterdam } from '../platform/index.ts'
import type { Consents } from './consents/index.ts'
import type { Demo } from './demo/index.ts'
import { createHandover, type Handover } from './handover/index.ts'
import type { ModulesParts } from './index.ts'
import type { Initiatives } from './initiatives/index.ts'
import type { Learning } from './learning.ts'
import type { Organisations } from './organisations/index.ts'
import { createOutcomes, type Outcomes, readOutcomeData } from './outcomes/index.ts'
import { readTemplates } from './placements/index.ts'
import type { RulesService } from './rules/index.ts'
import type { Trainings } from './trainings/index.ts'

export interface WhatWorks {
  readonly outcomes: Outcomes
  readonly handover: Handover
}

interface WhatWorksParts extends Pick<ModulesParts, 'db' | 'clock' | 'ids'> {
  readonly rules: RulesService
  readonly trainings: Trainings
  readonly initiatives: Initiatives
  readonly organisations: Organisations
  readonly consents: Consents
  readonly demo: Demo
  readonly learning: Pick<Learning, 'enrolments' | 'programmeDesk'>
}

/** A toss may have so many values: far more than anybody asks. */
const tosses = 2 ** 32

export async function createWhatWorks(parts: WhatWorksParts): Promise<WhatWorks> {
  const { db, clock, ids, rules, trainings, initiatives, organisations, consents, demo, learning } = parts
  const outcomes = createOutcomes({
    ...{ db, clock, ids, rules, trainings, initiatives, organisations },
    enrolments: learning.enrolments,
    data: await readOutcomeData(),
    toss: () => randomInt(tosses) / tosses,
  })
  consents.onChange('followUp', (inside, change) => outcomes.onConsent(inside, change))
  const templates = await readTemplates()
  const handover = createHandover({
    ...{ db, clock, ids, trainings, organisations },
    programmeDesk: learning.programmeDesk,
    runBy: (organisation) => outcomes.runBy(organisation),
    agreements: [...new Map(templates.map(({ id, title, version }) => [id, { id, title, version }])).values()],
    fundingIds: async () => {
      const all = await rules.list(todayInAmsterdam(clock.now()))
      return new Set(all.filter(({ funding }) => funding !== undefined).map(({ id }) => id))
    },
  })
  organisations.onClose((inside, organisation) => handover.organisationCloses(inside, organisation))
  // They go with their organisations.
  demo.addPart({ load: (inside, { today }) => outcomes.putDemo(inside, today), remove: async () => {} })
  demo.addPart({ load: (inside) => handover.putDemo(inside), remove: async () => {} })
  return { outcomes, handover }
}
