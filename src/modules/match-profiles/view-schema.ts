/** The list of people as the API describes and checks it. View and schema must agree, or it does not compile. */
import { z } from 'zod'
import { date } from '../../platform/index.ts'
import { type PeopleShown, travelClasses } from './match-profile.ts'

const cefr = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)])
const states = ['have', 'near', 'learn', 'miss', 'unknown', 'hidden'] as const

const skill = z.object({
  skill: z.string(),
  label: z.string(),
  weight: z.enum(['essential', 'important', 'somewhat']),
  state: z.enum(states).describe('`learn`: after the training. `hidden`: so few people have it that it would tell who this is.'),
})

const training = z.object({
  offering: z.string(),
  title: z.string(),
  provider: z.string(),
  weeks: z.number().int(),
  starts: date,
  readyOn: date,
})

const person = z
  .object({
    handle: z.string().describe('Four to six digits by chance: *Profiel 4127*.'),
    demo: z.boolean(),
    place: z
      .string()
      .exactOptional()
      .describe('A municipality or a region; left out where so few people live that it would tell who this is.'),
    occupation: z.object({ id: z.string(), label: z.string() }).exactOptional().describe('The work that this person comes from.'),
    workField: z.enum(['ict', 'other']).exactOptional(),
    diploma: z.object({ level: z.number().int(), field: z.string().exactOptional() }).exactOptional(),
    languages: z.record(z.string(), cefr).readonly().exactOptional(),
    travelAtMostMinutes: z
      .union(travelClasses.map((most) => z.literal(most)))
      .exactOptional()
      .describe('About how long the way takes from the place that is shown, as a class.'),
    hours: z.tuple([z.number().int(), z.number().int()]).readonly().exactOptional().describe('In steps of four.'),
    days: z.number().int().exactOptional().describe('Days a week that suit.'),
    available: z
      .string()
      .exactOptional()
      .describe('From when: a month (`2027-01`) or a quarter (`2027-Q1`). Left out: now, or not shown.'),
    certain: z.boolean().describe('Whether nothing is unknown.'),
    toAsk: z.array(z.object({ key: z.string(), label: z.string() })).readonly(),
    skills: z.array(skill).readonly(),
    counts: z.object(
      Object.fromEntries(states.map((state) => [state, z.number().int()])) as Record<(typeof states)[number], z.ZodNumber>,
    ),
    proven: z.array(z.string()).readonly().describe('Skills of the vacancy with proof; the rest is what the person said.'),
    training: training.exactOptional(),
  })
  .meta({ id: 'PersonShown' })

export const peopleShownSchema = z
  .object({
    vacancy: z.object({ id: z.string(), title: z.string() }),
    on: date,
    basis: z.object({ taxonomy: z.string(), transferModel: z.string(), data: z.string(), demo: z.boolean() }),
    now: z.array(person).readonly().describe('Who fits now: surely first, then by most skills. Equal ones by lot.'),
    oneTraining: z.array(person).readonly().describe('Who fits after one training, by most skills today. Equal ones by lot.'),
    more: z.object({ now: z.boolean(), oneTraining: z.boolean() }).describe('Whether there are more than are shown.'),
  })
  .meta({ id: 'PeopleShown' })

const _checked: PeopleShown extends z.output<typeof peopleShownSchema> ? true : never = true
