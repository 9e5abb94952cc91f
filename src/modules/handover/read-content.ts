import { z } from 'zod'
import { Invalid } from '../../platform/index.ts'
import { type KitContent, kitContentSchema } from './kit.ts'
import type { HandoverParts } from './parts.ts'

/**
 * What somebody gives as the content of a kit or copy.
 * @param before what stood there: a template or rule that was taken over may have ended since
 * @throws Invalid at a field: `title`, `materials`, `email`
 */
export async function readContent(
  { agreements, fundingIds, ids }: Pick<HandoverParts, 'agreements' | 'fundingIds' | 'ids'>,
  given: unknown,
  before?: KitContent,
): Promise<KitContent> {
  const parsed = kitContentSchema.safeParse(withIds(given, ids))
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ where: path.join('.'), message }))
    const [first] = parsed.error.issues
    // Of a list it is the list that the page can point at.
    const [top, last] = [first?.path[0], first?.path.at(-1)]
    const where = top === 'needs' || top === 'contact' ? last : top
    throw new Invalid(String(where ?? 'content'), first?.message ?? 'This cannot be read.', problems)
  }
  const content = parsed.data
  if (new Set(content.materials.map(({ id }) => id)).size < content.materials.length)
    throw new Invalid('materials', 'Two materials have the same id.')
  const there = await fundingIds()
  refuseUnknown(
    'agreements',
    content.agreements,
    (id) => agreements.some((one) => one.id === id) || before?.agreements.includes(id) === true,
  )
  refuseUnknown('funding', content.funding, (id) => there.has(id) || before?.funding.includes(id) === true)
  return content
}

function refuseUnknown(field: 'agreements' | 'funding', ids: readonly string[], isThere: (id: string) => boolean): void {
  const missing = ids.find((id) => !isThere(id))
  if (missing !== undefined) throw new Invalid(field, `There is no "${missing}".`)
}

const newMaterial = z.looseObject({ materials: z.array(z.looseObject({ id: z.string().exactOptional() })) })

/** A new material has no id yet: it is the same one in every copy from now on. */
function withIds(given: unknown, ids: HandoverParts['ids']): unknown {
  const read = newMaterial.safeParse(given)
  if (!read.success) return given
  return { ...read.data, materials: read.data.materials.map(({ id, ...one }) => ({ ...one, id: id ?? ids.next() })) }
}
