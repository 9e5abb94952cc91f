import { z } from 'zod'
import { exportEndpoints } from '../modules/exports/index.ts'
import type { Modules } from '../modules/index.ts'
import { initiativeEndpoints } from '../modules/initiatives/index.ts'
import { occupationEndpoints } from '../modules/occupations/index.ts'
import { planningEndpoints } from '../modules/planning/index.ts'
import { poolEffectEndpoints } from '../modules/pool-effects/index.ts'
import { conceptEndpoints } from '../modules/skills/index.ts'
import { ooapiEndpoints, trainingEndpoints } from '../modules/trainings/index.ts'
import { vacancyEndpoints } from '../modules/vacancies/index.ts'
import { vacancyCheckEndpoints } from '../modules/vacancy-checks/index.ts'
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
  occupationEndpoints(app, modules.occupations)
  planningEndpoints(app, modules.planning, computingPerMinute)
  poolEffectEndpoints(app, modules.poolEffects, computingPerMinute)
  vacancyCheckEndpoints(app, modules.vacancyChecks, computingPerMinute)
  exportEndpoints(app, modules.exports, computingPerMinute)
}
