import { numberIn } from '../../imports/index.ts'
import { htmlToText } from './html-to-text.ts'

/** A JSON-LD object as it comes: any property may be missing, single or a list, a text or an object. */
export type JsonObject = { readonly [name: string]: unknown }

const prefixes = ['', 'schema:', 'https://schema.org/', 'http://schema.org/']

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The values of a property, whatever prefix its name has; nothing is an empty list. */
export function valuesOf(value: unknown, name: string): unknown[] {
  if (!isObject(value)) return []
  for (const prefix of prefixes) {
    const found = value[prefix + name]
    if (found !== undefined && found !== null)
      return (Array.isArray(found) ? found : [found]).filter((one) => one !== null && one !== '')
  }
  return []
}

export function firstOf(value: unknown, name: string): unknown {
  return valuesOf(value, name)[0]
}

/** A value as plain text: itself, its JSON-LD `@value`, or the name of the thing. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return htmlToText(value) || undefined
  if (!isObject(value)) return undefined
  const inner = value['@value'] ?? firstOf(value, 'name') ?? firstOf(value, 'description')
  return typeof inner === 'string' || typeof inner === 'number' ? textOf(inner) : undefined
}

export function firstText(value: unknown, name: string): string | undefined {
  for (const one of valuesOf(value, name)) {
    const text = textOf(one)
    if (text !== undefined) return text
  }
  return undefined
}

/** All texts of a property, one a line. */
export function allText(value: unknown, name: string): string {
  return valuesOf(value, name)
    .map((one) => textOf(one) ?? '')
    .filter((text) => text !== '')
    .join('\n')
}

/** Names of types without their prefix; `https://schema.org/JobPosting` is `JobPosting`. */
export function typesOf(value: unknown): string[] {
  if (!isObject(value)) return []
  const types = value['@type'] ?? value.type
  return (Array.isArray(types) ? types : [types]).flatMap((type) =>
    typeof type === 'string' ? [type.replace(/^.*[/:#]/, '')] : [],
  )
}

/** A number as JSON or as people write it: `3200`, `"3200.50"`, `"3.200,50"`. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (isObject(value)) return numberOf(value['@value'])
  if (typeof value !== 'string') return undefined
  return numberIn(value)
}
