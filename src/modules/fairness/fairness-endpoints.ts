import { z } from 'zod'
import type { Api } from '../../platform/index.ts'
import { registerSchema } from './algorithm-register.ts'
import type { Fairness } from './create-fairness.ts'
import { fairnessReportSchema } from './report.ts'

/** How Schakel counts, for everybody: the fields of the Dutch algorithm register and the fairness report. */
export function fairnessEndpoints(app: Api, fairness: Fairness): void {
  app.get(
    '/algorithm',
    {
      schema: {
        summary: 'How Schakel counts: the fields of the algorithm register, and the fairness report of this release',
        tags: ['algorithm'],
        response: { 200: z.object({ register: registerSchema, fairness: fairnessReportSchema }) },
      },
    },
    async () => ({ register: fairness.register(), fairness: fairness.report() }),
  )
}
