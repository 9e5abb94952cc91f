import { z } from 'zod'
import { cohortEndpoints } from '../modules/cohorts/index.ts'
import { badgeEndpoints } from '../modules/credentials/index.ts'
import { creditEndpoints } from '../modules/credits/index.ts'
import { enrolmentEndpoints } from '../modules/enrolments/index.ts'
import { exportEndpoints } from '../modules/exports/index.ts'
import { fairnessEndpoints } from '../modules/fairness/index.ts'
import { fundingEndpoints } from '../modules/funding/index.ts'
import { handoverEndpoints } from '../modules/handover/index.ts'
import type { Modules } from '../modules/index.ts'
import { initiativeEndpoints } from '../modules/initiatives/index.ts'
import { introductionEndpoints } from '../modules/introductions/index.ts'
import { matchProfileEndpoints } from '../modules/match-profiles/index.ts'
import { occupationEndpoints } from '../modules/occupations/index.ts'
import { organisationEndpoints } from '../modules/organisations/index.ts'
import { outcomeEndpoints } from '../modules/outcomes/index.ts'
import { placementEndpoints } from '../modules/placements/index.ts'
import { planningEndpoints } from '../modules/planning/index.ts'
import { poolEffectEndpoints } from '../modules/pool-effects/index.ts'
import { programmeDemandEndpoints } from '../modules/programme-demand/index.ts'
import { programmeDeskEndpoints } from '../modules/programme-desk/index.ts'
import { conceptEndpoints } from '../modules/skills/index.ts'
import { ooapiEndpoints, trainingEndpoints } from '../modules/trainings/index.ts'
import { vacancyEndpoints } from '../modules/vacancies/index.ts'
import { vacancyCheckEndpoints } from '../modules/vacancy-checks/index.ts'
import { vacancyDeskEndpoints } from '../modules/vacancy-desk/index.ts'
import { type Api, type Clock, todayInAmsterdam } from '../platform/index.ts'

/** Every endpoint of the API on one screen; each module declares its own. */
export function apiEndpoints(
  app: Api,
  { modules, version, clock }: { readonly modules: Modules; readonly version: string; readonly clock: Clock },
  computingPerMinute: number,
): void {
  app.get(
    '/health',
    {
      config: { rateLimit: false },
      schema: {
        summary: 'Whether the program runs, and on what data',
        tags: ['health'],
        response: {
          200: z.object({
            ok: z.literal(true),
            version: z.string(),
            today: z.string(),
            demo: z.boolean(),
            taxonomy: z.string(),
            data: z.string(),
            vacancies: z.number().int(),
            offerings: z.number().int(),
          }),
        },
      },
    },
    async () => {
      const resident = await modules.residents.current()
      return {
        ok: true as const,
        version,
        today: todayInAmsterdam(clock.now()),
        demo: await modules.demo.isDemo(),
        taxonomy: resident.catalogue.version,
        data: resident.dataVersion,
        vacancies: resident.vacancyCount,
        offerings: resident.offerings.size,
      }
    },
  )
  conceptEndpoints(app, modules.skills)
  vacancyEndpoints(app, modules.vacancies)
  trainingEndpoints(app, modules.trainings)
  ooapiEndpoints(app, modules.residents)
  initiativeEndpoints(app, modules.initiatives)
  outcomeEndpoints(app, modules.outcomes)
  handoverEndpoints(app, modules.handover)
  occupationEndpoints(app, modules.occupations)
  organisationEndpoints(app, modules.organisations)
  planningEndpoints(app, modules.planning, computingPerMinute)
  matchProfileEndpoints(app, modules.matchProfiles, computingPerMinute)
  poolEffectEndpoints(app, modules.poolEffects, computingPerMinute)
  vacancyDeskEndpoints(app, modules.vacancyDesk)
  programmeDeskEndpoints(app, modules.programmeDesk)
  programmeDemandEndpoints(app, modules.programmeDemand, computingPerMinute)
  badgeEndpoints(app, modules.badges)
  enrolmentEndpoints(app, modules.enrolments)
  cohortEndpoints(app, modules.cohorts)
  placementEndpoints(app, modules.placements)
  creditEndpoints(app, modules.credits)
  vacancyCheckEndpoints(app, modules.vacancyChecks, computingPerMinute)
  introductionEndpoints(app, modules.introductions)
  exportEndpoints(app, modules.exports, computingPerMinute)
  fairnessEndpoints(app, modules.fairness)
  fundingEndpoints(app, modules.funding)
}
