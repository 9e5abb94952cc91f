import { createHash } from 'node:crypto'

type JsonObject = { readonly [name: string]: unknown }

const deepest = 100
/** Of one record as JSON: far more than any record says, and little enough to hold many at once. */
const mostCharacters = 2_000_000

/**
 * The content with its checksum, as the record can hold it: no null characters, no halves of characters. Or why it cannot be kept.
 */
export function contentOf(
  given: JsonObject,
): { readonly content: JsonObject; readonly checksum: string } | { readonly problem: string } {
  if (isDeeperThan(given, deepest)) return { problem: `It nests more than ${deepest} deep. No record of this kind does.` }
  let json = JSON.stringify(given)
  if (json.length > mostCharacters) return { problem: 'It is longer than two million characters. No record of this kind is.' }
  let content = given
  if (/\\u(?:0000|d[89a-f])/i.test(json)) {
    content = cleaned(given) as JsonObject
    json = JSON.stringify(content)
  }
  return { content, checksum: createHash('sha256').update(json).digest('base64url') }
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed()
  if (Array.isArray(value)) return value.map(cleaned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [String(cleaned(name)), cleaned(field)]))
}

/** Without recursion: the depth is what is asked. */
function isDeeperThan(value: unknown, most: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one).filter((inner) => typeof inner === 'object') : [],
    )
  }
  return false
}
