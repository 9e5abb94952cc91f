/** The view as the API describes and checks it. View and schema must agree, or it does not compile. */
import { z } from 'zod'
import { basisSchema } from '../planning/index.ts'
import type { VacancyCheckView } from './views.ts'

const count = z.number().int().multipleOf(10).nullable()
const pair = z
  .tuple([count, count])
  .readonly()
  .describe('People in tens; null: fewer than ten. First with everything unknown as not met, then as met.')
const demand = {
  demand: z.string().describe('`skill:<id>`, `hours`, `place`, `workLevel`, `language:nl`, ... as in the pool effect.'),
  label: z.string().exactOptional(),
  words: z.string().exactOptional(),
}
const wordsAt = {
  start: z.number().int(),
  end: z.number().int().describe('Not included. UTF-16, as JavaScript counts.'),
  words: z.string(),
}
const severity = z
  .enum(['law', 'shutsOut', 'tip'])
  .describe('Against the law; keeps people out who could do the work; a tip about words.')

const source = z.object({
  name: z.string(),
  url: z.string().exactOptional(),
  sureness: z.enum(['seen', 'unverified', 'own']).describe('`seen`: somebody read the source.'),
})

const item = z
  .object({
    key: z.string().describe('To allow it with a reason, in `allowed`.'),
    mark: z.string().describe('Digits for demands, letters for the rest.'),
    place: z.object(wordsAt).exactOptional().describe('Left out: it stands nowhere in the text.'),
    said: z
      .object({ check: z.string(), severity, title: z.string(), why: z.string(), sources: z.array(source).readonly() })
      .exactOptional()
      .describe('Left out: an ordinary demand.'),
    demands: z.array(z.object({ ...demand, costs: pair.exactOptional() })).readonly(),
    rewrites: z
      .array(
        z.object({
          ...wordsAt,
          replacement: z.string(),
          promise: pair.exactOptional().describe('Within reach when only this is changed; left out: it changes no demand.'),
        }),
      )
      .readonly(),
    split: z
      .array(z.object({ name: z.string(), occupation: z.string().exactOptional(), people: pair.exactOptional() }))
      .readonly()
      .exactOptional()
      .describe('The jobs that are one in these words, and who each would reach by itself, at mbo level.'),
    allowed: z.string().exactOptional(),
  })
  .meta({ id: 'VacancyCheckItem' })

const fact = z.record(z.string(), z.unknown())

const counts = z
  .object({
    pool: z.number().int().multipleOf(10),
    now: pair,
    base: z.object({ people: pair, skills: z.array(z.string()).readonly() }),
    steps: z.array(z.object({ mark: z.string(), left: pair })).readonly(),
    unsaid: pair.exactOptional(),
    pairs: z
      .array(z.object({ demands: z.tuple([z.object(demand), z.object(demand)]).readonly(), costs: pair, more: pair }))
      .readonly(),
    all: pair,
    accepted: z.object({ changes: z.number().int(), people: pair }).exactOptional(),
  })
  .meta({ id: 'VacancyCheckCounts' })

export const vacancyCheckSchema = z
  .object({
    basis: basisSchema,
    text: z.string().describe('The text that was read: all places count in it.'),
    textLanguage: z.enum(['nl', 'en']),
    title: z.object(wordsAt).exactOptional(),
    items: z.array(item).readonly(),
    missing: z
      .array(z.object({ check: z.string(), severity, title: z.string(), why: z.string(), example: z.string() }))
      .readonly(),
    praise: z.array(z.object({ ...wordsAt, check: z.string(), title: z.string() })).readonly(),
    vacancy: z.object({
      title: z.string(),
      occupation: z.object({ id: z.string(), label: z.string() }).exactOptional(),
      placeName: z.string().exactOptional(),
      placeUnknown: z.boolean(),
      requirements: z
        .array(
          z.object({
            skill: z.string(),
            label: z.string(),
            weight: z.enum(['essential', 'important', 'somewhat']),
            words: z.string().exactOptional(),
          }),
        )
        .readonly(),
      facts: fact.describe('Terms, with the fields of `facts` of a vacancy.'),
    }),
    leastPool: z.number().int(),
    counts: counts.exactOptional().describe('Left out when nothing is counted: then `note` may say why.'),
    note: z.string().exactOptional(),
    asksTooOften: z.literal(true).exactOptional(),
    score: z
      .object({ law: z.number().int(), shutsOut: z.number().int(), skills: z.number().int(), terms: z.number().int() })
      .describe(
        'Parts of a score: how many times it is against the law, shuts people out; essential skills; terms. Tips are no part.',
      ),
  })
  .meta({ id: 'VacancyCheck' })

const _checked: VacancyCheckView extends z.input<typeof vacancyCheckSchema> ? true : never = true
