import type { Catalogue } from '../skills/index.ts'

const prefix = 'schakel:occupation/'

/** The name of an occupation in an address: short for ours, the whole id for those of another scheme. */
export function slugOf(occupation: string): string {
  return occupation.startsWith(prefix) ? occupation.slice(prefix.length) : occupation
}

/** The ids that a slug may mean. */
function idsOfSlug(slug: string): readonly string[] {
  return slug.includes(':') ? [slug] : [prefix + slug, slug]
}

/** The id a slug or an id stands for in this catalogue; what is not known stays as it is. */
export function occupationOf(slug: string, catalogue: Catalogue): string {
  return catalogue.standsFor(idsOfSlug(slug).find((id) => catalogue.find(id) !== undefined) ?? slug)
}
