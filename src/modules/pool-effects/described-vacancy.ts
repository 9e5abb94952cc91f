import { z } from 'zod'
import type { Vacancy } from '../../engine/matching/index.ts'
import { date, Invalid } from '../../platform/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { Catalogue } from '../skills/index.ts'
import { refuseTooMuch, toEngineVacancy, type VacancyFacts } from '../vacancies/index.ts'

const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const cefr = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)])
const nlqf = z.number().int().min(1).max(8)
const years = z.number().int().min(0).max(60)
const cents = z.number().int().min(0).max(100_000)
const code = z.string().min(1).max(40)

const facts = z
  .strictObject({
    at: z
      .tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)])
      .exactOptional()
      .describe('Latitude, longitude.'),
    remoteShare: z.number().int().min(0).max(100).exactOptional(),
    hours: z
      .tuple([z.number().int().min(1).max(60), z.number().int().min(1).max(60)])
      .refine(([min, max]) => min <= max, 'The least hours come first.')
      .exactOptional(),
    days: z.number().int().min(0).max(127).exactOptional(),
    wageCents: z
      .tuple([cents, cents])
      .refine(([min, max]) => min <= max, 'The lowest wage comes first.')
      .exactOptional()
      .describe('Gross cents per hour, without holiday pay.'),
    languages: z
      .array(z.strictObject({ code, level: cefr }))
      .max(20)
      .exactOptional(),
    workLevel: z.strictObject({ level: nlqf, orYears: years.exactOptional() }).exactOptional(),
    diplomaOnly: z.strictObject({ level: nlqf, fields: z.array(code).max(20) }).exactOptional(),
    experienceYears: years.exactOptional(),
    licences: z.array(code).max(20).exactOptional(),
    certificateOfConduct: z.boolean().exactOptional(),
    sponsorsPermit: z.boolean().exactOptional(),
    latestStart: date.exactOptional(),
    startFrom: date.exactOptional(),
    acceptsTrainings: z.array(z.string().max(300)).max(100).exactOptional(),
    paysTraining: z.boolean().exactOptional(),
    carriedBy: z.string().max(300).exactOptional(),
    contract: z.enum(['permanent', 'temporary', 'internship', 'freelance']).exactOptional(),
  })
  .describe('Terms and dates, with the fields of `facts` of a vacancy. The last five make no difference here.')

/** A vacancy that is not published: what GET /vacancies/{id} gives as `requirements` and `facts`, changed or made up. */
export const describedVacancySchema = z
  .strictObject({
    requirements: z
      .array(
        z.strictObject({
          skill: z.string().min(1).max(300),
          weight: z.enum(['essential', 'important', 'somewhat']),
          level: level.exactOptional(),
          evidence: z.enum(['claimed', 'evidenced', 'verified']).exactOptional(),
          words: z.string().max(2000).exactOptional(),
        }),
      )
      .max(100),
    facts: facts.default({}),
    municipality: z.string().min(1).max(80).exactOptional().describe('Where the work is, when `facts.at` is not known.'),
  })
  .meta({ id: 'DescribedVacancy' })

export type DescribedVacancy = z.infer<typeof describedVacancySchema>

const describedId = 'described'

/**
 * What the engine is asked of it.
 * @throws Invalid, naming each skill or place that is not known, or when it asks more than can be compared
 */
export function toDescribed(
  described: DescribedVacancy,
  { catalogue, regions }: { readonly catalogue: Catalogue; readonly regions: Pick<RegionsService, 'findMunicipality'> },
): Vacancy {
  const { requirements, municipality } = described
  const place = municipality === undefined ? undefined : regions.findMunicipality(municipality)
  const problems = [
    ...skillProblems(described, catalogue),
    ...(municipality !== undefined && place === undefined
      ? [{ where: 'vacancy.municipality', message: `There is no municipality "${municipality}".` }]
      : []),
  ]
  if (problems.length > 0) throw new Invalid('vacancy', 'This vacancy cannot be counted. Change the fields named.', problems)
  // How one may get in by training is no demand on people, and neither is a job's own training.
  const { acceptsTrainings: _accepts, paysTraining: _pays, carriedBy: _carriedBy, ...terms } = described.facts
  const known: VacancyFacts = { ...(place ? { at: place.at } : {}), ...terms }
  const vacancy = { id: describedId, facts: known, requirements }
  refuseTooMuch(vacancy)
  return toEngineVacancy(vacancy)
}

function skillProblems({ requirements }: DescribedVacancy, catalogue: Catalogue) {
  const seen = new Set<string>()
  return requirements.flatMap(({ skill }, at) => {
    const where = `vacancy.requirements[${at}].skill`
    if (catalogue.find(skill)?.type !== 'skill') return [{ where, message: `There is no skill "${skill}".` }]
    if (seen.has(skill)) return [{ where, message: `"${skill}" is asked twice.` }]
    seen.add(skill)
    return []
  })
}
