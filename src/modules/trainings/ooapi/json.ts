/** A JSON object as it comes: any field may be missing, or of another kind. */
export type JsonObject = { readonly [name: string]: unknown }

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The first of these fields that is there: v6 and v5 often differ in nothing but a name. `null` is not there. */
export function fieldOf(object: JsonObject, ...names: readonly string[]): unknown {
  for (const name of names) if (object[name] !== undefined && object[name] !== null) return object[name]
  return undefined
}

/** An id or reference: a text that is not empty. */
export function idOf(object: JsonObject, ...names: readonly string[]): string | undefined {
  const value = fieldOf(object, ...names)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** The objects of a list, or the one object that stands in its place. */
export function objectsOf(value: unknown): JsonObject[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject)
}
