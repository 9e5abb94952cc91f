import { z } from 'zod'
import { proxyIds } from './proxies.ts'
import { traitIds } from './traits.ts'

const count = z.number().int().min(0)
const pair = z.object({
  certain: count.describe('Vacancies whose terms all hold for certain, summed over all people.'),
  possible: count.describe('The same when all that is unknown turns out well.'),
})

const reasonSchema = z.object({
  term: z.string().describe('The term of the engine: hours, wage, language, workLevel and so on.'),
  shut: count.describe('Vacancies that were open and now have this term unmet.'),
  unsure: count.describe('Vacancies that held for certain and where this term is now unknown.'),
  opened: count.describe('Vacancies that had this term unmet and are now open.'),
})

const twinsSchema = z.object({
  pairs: count.describe('Pairs of people that differ in this alone.'),
  tooFew: z.boolean().describe('Too few pairs to say anything about reach. Fit is judged all the same.'),
  fit: z.object({
    compared: count.describe('Pairs of people times vacancies.'),
    different: count.describe('Where fit or a missing skill differs: must be 0.'),
  }),
  reach: z.object({
    without: pair,
    with: pair,
    people: z
      .object({ less: count, same: count, more: count })
      .describe('Pairs, by what they reach if all unknown turns out well.'),
  }),
  reasons: z
    .array(reasonSchema)
    .describe('Why reach differs: conditions as the engine gives them. One vacancy may count for several.'),
})

const proxySchema = z.object({
  id: z.enum(proxyIds),
  from: z.enum(['profile', 'cv']).describe('Where the two differ: in what they filled in, or in the text of a CV that is read.'),
  ...twinsSchema.shape,
  readings: z
    .object({ different: count, fields: z.record(z.string(), count) })
    .optional()
    .describe('Of CVs: how often other things were read, by the field of the profile.'),
  groups: z
    .array(z.object({ situation: z.string(), pairs: count, tooFew: z.boolean(), without: pair, with: pair }))
    .optional()
    .describe('The same, apart for people by what they say of their situation.'),
})

const traitSchema = z.object({
  id: z.enum(traitIds),
  fields: z.object({ tried: z.array(z.string()), taken: z.array(z.string()).describe('Must be empty.') }),
  engine: z.object({ compared: count, different: count.describe('Must be 0.') }),
  cvs: z.object({
    pairs: count,
    different: count.describe('CVs of which something else was read. Must be 0 but for known faults.'),
    faults: z.array(z.object({ change: z.string(), fields: z.array(z.string()), times: count })),
  }),
})

const knownFaultSchema = z.object({
  trait: z.enum(traitIds),
  change: z.string().describe('What differed between the two CVs.'),
  fields: z.array(z.string()).describe('The only fields of a profile that may then differ.'),
  says: z.object({ nl: z.string(), en: z.string() }),
  since: z.string(),
})

/** What was measured on people who differ in one thing alone, as data that ships with the program. */
export const fairnessReportSchema = z
  .object({
    made: z.object({
      command: z.string(),
      seed: z.string(),
      day: z.string(),
      taxonomy: z.string(),
      weights: z.string(),
      vacancies: count,
      people: count,
      cvs: count,
      fewestPairs: count.describe('Below so many pairs nothing is said of reach.'),
    }),
    traits: z.array(traitSchema),
    proxies: z.array(proxySchema),
    knownFaults: z.array(knownFaultSchema),
  })
  .meta({ id: 'FairnessReport' })

export type FairnessReport = z.infer<typeof fairnessReportSchema>
export type TraitFinding = z.infer<typeof traitSchema>
export type ProxyFinding = z.infer<typeof proxySchema>
export type TwinsFinding = z.infer<typeof twinsSchema>
export type Reach = z.infer<typeof pair>
export type Reason = z.infer<typeof reasonSchema>
export type KnownFault = z.infer<typeof knownFaultSchema>
