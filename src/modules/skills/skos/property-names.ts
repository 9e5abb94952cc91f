import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Invalid } from '../../../platform/index.ts'

/** What a property says, whatever a taxonomy calls it. Properties without a role are passed over. */
export const roles = [
  'type',
  ...(['preferred', 'alternative', 'hidden'] as const),
  ...(['preferredNode', 'alternativeNode', 'hiddenNode', 'literalForm'] as const),
  ...(['definition', 'description', 'scopeNote', 'note', 'example', 'changeNote', 'editorialNote', 'historyNote'] as const),
  'notation',
  ...(['broader', 'related', 'exact', 'close', 'broadMatch', 'narrowMatch', 'relatedMatch'] as const),
  ...(['essential', 'important', 'somewhat'] as const),
  ...(['inScheme', 'topConceptOf', 'deprecated', 'replacedBy', 'title', 'licence'] as const),
] as const
export type Role = (typeof roles)[number]

/** What a class makes of a concept. `any`: what the importer is told; `scheme`: the taxonomy itself; `left`: not a concept. */
export interface ClassMeaning {
  readonly type: 'skill' | 'occupation' | 'group' | 'any' | 'scheme' | 'left'
  readonly kind?: 'tool' | 'language' | 'knowledge' | 'capability' | 'group'
}

export interface PropertyMeaning {
  readonly as: Role
  /** The object is the subject of what is said: `skos:narrower` is `broader`, backwards. */
  readonly backwards: boolean
}

/** Classes and properties by their whole IRI, and the prefixes of all lists. */
export interface PropertyNames {
  readonly classes: ReadonlyMap<string, ClassMeaning>
  readonly properties: ReadonlyMap<string, PropertyMeaning>
  readonly prefixes: ReadonlyMap<string, string>
}

const text = z.string().trim().min(1)
const listSchema = z.strictObject({
  about: text,
  source: text,
  checked: z.iso.date(),
  certainty: z.enum(['seen', 'unverified']),
  prefixes: z.record(z.string().regex(/^[a-z-]+$/), text),
  types: z.array(
    z.strictObject({
      name: text,
      type: z.enum(['skill', 'occupation', 'group', 'any', 'scheme', 'left']),
      kind: z.enum(['tool', 'language', 'knowledge', 'capability', 'group']).optional(),
    }),
  ),
  properties: z.array(z.strictObject({ name: text, as: z.enum(roles), backwards: z.literal(true).optional() })),
})

const folder = join(import.meta.dirname, '../../../../data/taxonomies')

/**
 * All lists of `data/taxonomies`. A name is a prefix of the lists and a local name.
 * @throws Invalid with file and name, where a list cannot be read, a prefix is unknown or a name stands in two places
 */
export async function readPropertyNames(from: string = folder): Promise<PropertyNames> {
  const lists: { file: string; list: z.infer<typeof listSchema> }[] = []
  for (const file of (await readdir(from)).filter((one) => one.endsWith('.json')).sort()) {
    const parsed = listSchema.safeParse(JSON.parse(await readFile(join(from, file), 'utf8')))
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new Invalid(file, `data/taxonomies/${file}: ${issue?.path.join('.')}: ${issue?.message}`)
    }
    lists.push({ file, list: parsed.data })
  }
  const prefixes = new Map(lists.flatMap(({ list }) => Object.entries(list.prefixes)))
  const classes = new Map<string, ClassMeaning>()
  const properties = new Map<string, PropertyMeaning>()
  for (const { file, list } of lists) {
    for (const { name, type, kind } of list.types) {
      setOnce(classes, file, name, prefixes, { type, ...(kind === undefined ? {} : { kind }) })
    }
    for (const { name, as, backwards } of list.properties) {
      setOnce(properties, file, name, prefixes, { as, backwards: backwards ?? false })
    }
  }
  return { classes, properties, prefixes }
}

function setOnce<T>(to: Map<string, T>, file: string, name: string, prefixes: ReadonlyMap<string, string>, value: T): void {
  const [prefix = '', local = ''] = name.split(/:(.*)/s)
  const base = prefixes.get(prefix)
  if (base === undefined) throw new Invalid(file, `data/taxonomies/${file}: "${name}" begins with an unknown prefix.`)
  const iri = base + local
  if (to.has(iri)) throw new Invalid(file, `data/taxonomies/${file}: "${name}" stands in these lists twice.`)
  to.set(iri, value)
}
