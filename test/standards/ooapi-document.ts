import { readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'

/** An object of the document: a schema, or what is in one. */
export type Json = { readonly [name: string]: unknown }

/** Schemas of an OpenAPI document by name. Its YAML refers to itself by aliases, in circles. */
export type Schemas = Readonly<Record<string, Json>>

export function readSchemas(file: string): Schemas {
  // The files have faults that a strict reader stops at (a line with too little indentation, keys twice); they are outside the schemas.
  const document = parseDocument(readFileSync(file, 'utf8'), { uniqueKeys: false })
  return (document.toJS({ maxAliasCount: -1 }) as { components: { schemas: Schemas } }).components.schemas
}

/** Words of JSON Schema that hold one schema, a list of them, or one per name; of the others these are copied. */
const one = ['items', 'additionalProperties', 'not']
const list = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const named = ['properties', 'patternProperties']
const plain = new Set('type enum const format pattern required minItems maxItems minLength maxLength minimum maximum'.split(' '))

/** The schemas as JSON Schema without circles: each object becomes one definition. */
export function asJsonSchema(schemas: Schemas, name: string): Json {
  const names = new Map<Json, string>()
  const $defs: Record<string, Json> = {}
  const refOf = (schema: unknown): Json | boolean => {
    if (typeof schema !== 'object' || schema === null) return schema === true || schema === undefined
    const target = (schema as Json).$ref
    if (typeof target === 'string') return refOf(schemas[target.split('/').at(-1) ?? ''])
    const known = names.get(schema as Json)
    if (known !== undefined) return { $ref: `#/$defs/${known}` }
    const given = `s${names.size}`
    names.set(schema as Json, given)
    $defs[given] = convert(schema as Json)
    return { $ref: `#/$defs/${given}` }
  }
  const convert = (schema: Json): Json =>
    Object.fromEntries(
      Object.entries(schema).flatMap(([word, value]): [string, unknown][] => {
        if (one.includes(word)) return [[word, typeof value === 'boolean' ? value : refOf(value)]]
        if (list.includes(word)) return [[word, (value as unknown[]).map(refOf)]]
        if (named.includes(word))
          return [[word, Object.fromEntries(Object.entries(value as Json).map(([field, inner]) => [field, refOf(inner)]))]]
        return plain.has(word) ? [[word, value]] : []
      }),
    )
  return { ...(refOf(schemas[name]) as Json), $defs }
}

const deepest = 4

/** A record made of the examples that the document gives with each field. */
export function exampleOf(schemas: Schemas, name: string): Json {
  const of = (given: unknown, depth: number): unknown => {
    if (typeof given !== 'object' || given === null || depth > deepest) return undefined
    const target = (given as Json).$ref
    const schema = typeof target === 'string' ? (schemas[target.split('/').at(-1) ?? ''] ?? {}) : (given as Json)
    if (schema.example !== undefined) return schema.example
    if (Array.isArray(schema.allOf)) return Object.assign({}, ...schema.allOf.map((part) => of(part, depth)))
    if (schema.properties) {
      const fields = Object.entries(schema.properties as Json).map(([field, inner]) => [field, of(inner, depth + 1)])
      return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
    }
    const item = of(schema.items, depth + 1)
    return item === undefined ? undefined : [item]
  }
  return of(schemas[name], 0) as Json
}
