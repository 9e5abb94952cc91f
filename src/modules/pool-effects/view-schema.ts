/** The view as the API describes and checks it. View and schema must agree, or it does not compile. */
import { z } from 'zod'
import { basisSchema, trainingSummarySchema, vacancySummarySchema } from '../planning/index.ts'
import type { PoolEffectView } from './views.ts'

const count = z.number().int().multipleOf(10).nullable()
const pair = z
  .tuple([count, count])
  .readonly()
  .describe('People in tens; null: fewer than ten. First with everything unknown as not met, then as met.')

const demand = {
  demand: z.string().describe('`skill:<id>`, `hours`, `place`, `wage`, `language:nl`, ... as in conditions.'),
  label: z.string().exactOptional(),
  words: z.string().exactOptional().describe('The words of the text it was read from.'),
}

const counts = z
  .object({
    pool: z.number().int().multipleOf(10).describe('People who are counted.'),
    now: pair.meta({ title: 'Within reach now' }),
    able: pair.meta({ title: 'People with every skill that is asked' }),
    steps: z
      .array(z.object({ ...demand, left: pair }))
      .readonly()
      .describe('From `able` to `now`: who is left after this term and all before it.'),
    demands: z
      .array(z.object({ ...demand, costs: pair }))
      .readonly()
      .describe('What each demand costs alone: within reach without it, less within reach now.'),
    pairs: z
      .array(z.object({ demands: z.tuple([z.object(demand), z.object(demand)]).readonly(), costs: pair, more: pair }))
      .readonly()
      .describe('Pairs that cost more together than both alone; `more` is by how much.'),
    all: pair.meta({ title: 'What all demands cost together' }),
    trainings: z
      .array(z.object({ training: trainingSummarySchema, brings: pair }))
      .readonly()
      .describe('Trainings that bring most people within reach, at most ten.'),
  })
  .meta({ id: 'PoolCounts' })

export const poolEffectSchema = z
  .object({
    basis: basisSchema,
    vacancy: vacancySummarySchema.exactOptional(),
    training: trainingSummarySchema.exactOptional(),
    leastPool: z.number().int().describe('People in the pool from which on is counted.'),
    counts: counts.exactOptional().describe('Left out when there are too few people in the pool to count.'),
    note: z.string().exactOptional().describe('Why nothing is counted, in the language asked.'),
  })
  .meta({ id: 'PoolEffect' })

const _checked: PoolEffectView extends z.output<typeof poolEffectSchema> ? true : never = true
