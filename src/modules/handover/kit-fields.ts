/**
 * A copy beside its original, field by field. What the original changed since it was last looked at is offered; nothing changes in a copy by itself. Pure.
 */
import { isDeepStrictEqual } from 'node:util'
import { emptyKit, type KitContent } from './kit.ts'

/** A field that the original says otherwise than when it was last taken over or left. `undefined`: not there. */
export interface KitDifference {
  /** `title.nl`, `phases`, `material/<id>`, `needs.rooms`. */
  readonly field: string
  readonly base?: unknown
  readonly mine?: unknown
  readonly theirs?: unknown
  /** The copy was changed there too. */
  readonly isOwn: boolean
}

type Fields = ReadonlyMap<string, unknown>

/** @param base what the original said then @param mine the copy @param theirs what the original says now */
export function differencesOf(base: KitContent, mine: KitContent, theirs: KitContent): KitDifference[] {
  const [b, m, t] = [fieldsOf(base), fieldsOf(mine), fieldsOf(theirs)]
  return [...new Set([...b.keys(), ...t.keys()])].flatMap((field) => {
    const [was, own, other] = [b.get(field), m.get(field), t.get(field)]
    // The original says what it said, or what the copy says already: nothing to choose.
    if (isDeepStrictEqual(was, other) || isDeepStrictEqual(own, other)) return []
    return [{ field, base: was, mine: own, theirs: other, isOwn: !isDeepStrictEqual(was, own) }]
  })
}

export interface Chosen {
  /** Fields that follow the original. */
  readonly taken: readonly string[]
  /** Fields that stay as they are in the copy; they are not offered again until the original changes them again. */
  readonly left: readonly string[]
}

/** What the copy and its base are after somebody chose. What was not chosen is offered still. */
export function afterChoice(
  base: KitContent,
  mine: KitContent,
  theirs: KitContent,
  { taken, left }: Chosen,
): { readonly base: KitContent; readonly content: KitContent } {
  const open = new Set(differencesOf(base, mine, theirs).map(({ field }) => field))
  const [b, m, t] = [new Map(fieldsOf(base)), new Map(fieldsOf(mine)), fieldsOf(theirs)]
  for (const field of taken) if (open.has(field)) put(m, field, t.get(field))
  // Also what both say the same now is settled.
  for (const field of new Set([...b.keys(), ...t.keys()])) {
    if (taken.includes(field) || left.includes(field) || !open.has(field)) put(b, field, t.get(field))
  }
  return { base: contentFrom(b), content: contentFrom(m) }
}

function put(fields: Map<string, unknown>, field: string, value: unknown): void {
  if (value === undefined) fields.delete(field)
  else fields.set(field, value)
}

const texts = ['title', 'summary', 'outline'] as const
const lists = ['phases', 'agreements', 'funding'] as const

/** A material is one field by its id; a list without ids is one field as a whole. */
export function fieldsOf(content: KitContent): Fields {
  const { more, ...needs } = content.needs
  const under = (name: string, of: object) =>
    Object.entries(of).flatMap(([key, value]) => (value === undefined ? [] : [[`${name}.${key}`, value] as const]))
  return new Map<string, unknown>([
    ...texts.flatMap((name) => under(name, content[name])),
    ...lists.flatMap((name) => (content[name].length > 0 ? [[name, content[name]] as const] : [])),
    ...content.materials.map((one) => [`material/${one.id}`, one] as const),
    ...under('needs', needs),
    ...under('needs.more', more),
    ...under('contact', content.contact),
  ])
}

export function contentFrom(fields: Fields): KitContent {
  const under = (name: string): Record<string, never> =>
    Object.fromEntries(
      [...fields]
        .filter(([field]) => field.startsWith(`${name}.`) && !field.slice(name.length + 1).includes('.'))
        .map(([field, value]) => [field.slice(name.length + 1), value as never]),
    )
  return {
    ...emptyKit,
    ...Object.fromEntries(texts.map((name) => [name, under(name)])),
    ...Object.fromEntries(lists.map((name) => [name, fields.get(name) ?? []])),
    materials: [...fields].filter(([field]) => field.startsWith('material/')).map(([, value]) => value as never),
    needs: { ...under('needs'), more: under('needs.more') },
    contact: under('contact'),
  }
}
