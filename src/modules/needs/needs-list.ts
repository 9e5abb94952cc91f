import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { Invalid } from '../../platform/index.ts'

const id = z.string().regex(/^[a-z][a-z-]*$/)
const words = z.string().min(1).max(80)

const needSchema = z.strictObject({ id, nl: words, en: words })
const groupSchema = z.strictObject({ id, title: z.strictObject({ nl: words, en: words }), needs: z.array(needSchema).min(1) })

/** What somebody needs to be able to work: functional, never why. */
export type Need = z.infer<typeof needSchema>
export type NeedGroup = z.infer<typeof groupSchema>

const ownFile = fileURLToPath(new URL('../../../data/needs/needs.json', import.meta.url))

/** The list that people choose from. @throws Invalid when it cannot be used, or names an id twice */
export async function readNeedsList(file = ownFile): Promise<readonly NeedGroup[]> {
  const parsed = z.array(groupSchema).safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.success) throw new Invalid(file, `${file} is no list of needs: ${z.prettifyError(parsed.error)}`)
  const ids = parsed.data.flatMap(({ needs }) => needs.map((need) => need.id))
  const twice = ids.find((one, place) => ids.indexOf(one) !== place)
  if (twice !== undefined) throw new Invalid(file, `${file} names the need "${twice}" twice.`)
  return parsed.data
}
