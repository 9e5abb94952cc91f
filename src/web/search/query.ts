import type { FacetGroup, FilterChip } from './facet-view.ts'

/**
 * A search lives in the query of its address, so the address is the saved search: it can be kept, shared and opened again without a
 * script. The same search always has the same address.
 */

const longestValue = 300
const mostValues = 50

/** The values of a parameter: trimmed, each once, empty ones left out. */
export function readValues(query: URLSearchParams, name: string): readonly string[] {
  const values = query.getAll(name).map((value) => value.trim().slice(0, longestValue))
  return [...new Set(values.filter(Boolean))].slice(0, mostValues)
}

export function readValue(query: URLSearchParams, name: string): string | undefined {
  return readValues(query, name)[0]
}

/** A number of a parameter; undefined where there is none, or one outside the bounds. */
export function readNumber(query: URLSearchParams, name: string, least: number, most: number): number | undefined {
  const text = readValue(query, name)
  const value = Number(text)
  return text !== undefined && /^\d{1,9}$/.test(text) && value >= least && value <= most ? value : undefined
}

/** The parameters of a search, by name. An empty list is a parameter that is not asked. */
export type SearchParams = Readonly<Record<string, readonly string[]>>

/** Those parameters of a query that belong to a search, in the order of `names`. */
export function readSearch(query: URLSearchParams, names: readonly string[]): SearchParams {
  return Object.fromEntries(names.map((name) => [name, readValues(query, name)]))
}

/** The address of a search. */
export function searchLink(path: string, search: SearchParams): string {
  const query = new URLSearchParams(Object.entries(search).flatMap(([name, values]) => values.map((value) => [name, value])))
  return query.size === 0 ? path : `${path}?${query}`
}

/** The search with one value less. */
export function without(search: SearchParams, name: string, value?: string): SearchParams {
  return { ...search, [name]: value === undefined ? [] : (search[name] ?? []).filter((one) => one !== value) }
}

export function withOnly(search: SearchParams, name: string, ...values: readonly string[]): SearchParams {
  return { ...search, [name]: values }
}

/** The chips of choices that are on. */
export function chipsOf(search: SearchParams, groups: readonly FacetGroup[], path: string): FilterChip[] {
  return groups.flatMap(({ name, choices }) =>
    choices
      .filter(({ isOn }) => isOn)
      .map(({ value, label }) => ({ label, href: searchLink(path, without(search, name, value)) })),
  )
}
