import type { WorldChanges } from '../../../engine/editions/index.ts'

/** Rows or ids in one part: about a millisecond of copying. */
const atOnce = 200

const kinds = ['vacancies', 'offerings', 'people', 'found'] as const

/** The same changes, a few rows at a time. Each part is one of changes too, and they belong together. */
export function* inParts({ settings, ...changes }: WorldChanges): Generator<WorldChanges> {
  if (settings) yield { settings }
  for (const kind of kinds) {
    const { put = [], removed = [] } = changes[kind] ?? {}
    for (const some of slices<unknown>(removed)) yield { [kind]: { put: [], removed: some } }
    for (const some of slices<unknown>(put)) yield { [kind]: { put: some, removed: [] } }
  }
}

export function joinChanges(parts: readonly WorldChanges[]): WorldChanges {
  const joined = kinds.flatMap((kind) => {
    const of = parts.flatMap((part) => part[kind] ?? [])
    if (of.length === 0) return []
    return [[kind, { put: of.flatMap<unknown>(({ put }) => put), removed: of.flatMap(({ removed }) => removed) }] as const]
  })
  const settings = parts.findLast((part) => part.settings)?.settings
  return { ...Object.fromEntries(joined), ...(settings && { settings }) }
}

function* slices<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += atOnce) yield rows.slice(from, from + atOnce)
}
