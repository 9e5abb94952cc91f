import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Invalid } from '../../platform/index.ts'
import { apartReasons, funnelCodes, type OutcomeData, periodKinds } from './definitions.ts'

const bilingual = z.strictObject({ nl: z.string().trim().min(1), en: z.string().trim().min(1) })

const definitionsSchema = z.strictObject({
  version: z.string().min(1),
  validFrom: z.iso.date(),
  placedMonths: z.number().int().min(1),
  stayedMonths: z.number().int().min(1),
  measures: z
    .array(
      z.strictObject({
        code: z.enum([...funnelCodes, 'women', 'cost']),
        name: bilingual,
        numerator: bilingual,
        denominator: z.string().min(1).exactOptional(),
        period: z.enum(periodKinds),
        source: bilingual,
      }),
    )
    .min(1),
})

const figure = { initiative: z.string().min(1), measure: z.string().min(1) }
const publishedSchema = z.strictObject({
  definition: z.string().min(1),
  figures: z.array(
    z.union([
      z.strictObject({ ...figure, code: z.enum(funnelCodes), period: z.enum(periodKinds), year: z.number().int() }),
      z.strictObject({ ...figure, reason: z.enum(apartReasons) }),
    ]),
  ),
})

const ownFolder = new URL('../../../data/outcomes', import.meta.url).pathname

/** @throws Invalid naming the file that cannot be used */
export async function readOutcomeData(folder: string = ownFolder): Promise<OutcomeData> {
  const definitions = await readAs(folder, 'definitions.json', definitionsSchema)
  const published = await readAs(folder, 'published.json', publishedSchema)
  if (published.definition !== definitions.version)
    throw new Invalid(
      'data/outcomes/published.json',
      `It is about definition ${published.definition}, and there is ${definitions.version}.`,
    )
  return { definitions, published: published.figures }
}

async function readAs<T extends z.ZodType>(folder: string, name: string, schema: T): Promise<z.output<T>> {
  const parsed = schema.safeParse(JSON.parse(await readFile(join(folder, name), 'utf8')))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => ({ where: path.join('.'), message }))
  throw new Invalid(`data/outcomes/${name}`, `${problems[0]?.where}: ${problems[0]?.message}`, problems)
}
