/** JSON as it came from outside: nothing about it is known but that it is JSON. */
export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands there, as a list: JSON-LD writes one of something with or without brackets. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The identifier of something that may be written as its identifier alone. */
export function idOf(value: unknown): string | undefined {
  return isObject(value) ? textOf(value.id) : textOf(value)
}

export function typesOf(value: unknown): readonly string[] {
  return isObject(value) ? listOf(value.type).filter((type) => typeof type === 'string') : []
}

/** The object that a text is in JSON; undefined when it is none. */
export function jsonIn(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
