import { isObject, type JsonObject } from './posting-fields.ts'

/** Properties of schema.org that say whom to call or mail, wherever they stand. */
const contacts: readonly string[] = ['applicationContact', 'contactPoint', 'contactPoints', 'telephone', 'email', 'faxNumber']
const names = new Set(
  contacts.flatMap((name) => [name, `schema:${name}`, `http://schema.org/${name}`, `https://schema.org/${name}`]),
)

/** A posting without whom to call or mail. The rest stays as it came. */
export function postingWithoutContacts(content: JsonObject): JsonObject {
  return without(content) as JsonObject
}

/** At most 100 deep: `contentOf` refused the rest. */
function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !names.has(name))
      .map(([name, field]) => [name, without(field)]),
  )
}
