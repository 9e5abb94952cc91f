import { Invalid } from '../../../platform/index.ts'

const reserved: Readonly<Record<string, string>> = {
  schakel: 'That is the vocabulary that comes with the program.',
  esco: 'That is what "schakel import esco" reads. Call ESCO as RDF otherwise: esco-rdf.',
}

/** @throws Invalid where it is no name for a taxonomy, or one of ours */
export function checkScheme(scheme: string): string {
  const own = reserved[scheme]
  if (own !== undefined) throw new Invalid('scheme', `A taxonomy cannot be called "${scheme}". ${own}`)
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(scheme)) {
    throw new Invalid(
      'scheme',
      `"${scheme.slice(0, 60)}" is no name for a taxonomy: small letters, digits and hyphens, as competentnl.`,
    )
  }
  return scheme
}

/** @throws Invalid where it is no version */
export function checkVersion(version: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._+-]{0,39}$/.test(version)) {
    throw new Invalid('version', `"${version.slice(0, 60)}" is no version: letters, digits, dots and hyphens, as 1.0 or 2026-03.`)
  }
  return version
}

/** `competentnl@1.0`, taken apart. @throws Invalid */
export function parseTaxonomyName(name: string): { readonly scheme: string; readonly version: string } {
  const at = name.indexOf('@')
  if (at === -1)
    throw new Invalid('taxonomy', `Give the taxonomy with its version, as competentnl@1.0. "schakel taxonomies list" shows them.`)
  return { scheme: checkScheme(name.slice(0, at)), version: checkVersion(name.slice(at + 1)) }
}
