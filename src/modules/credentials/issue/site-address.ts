/** Where this installation is found by others. */
export interface SiteAddress {
  /** Without a path: `https://schakel.example.nl`. */
  readonly url: string
  /** Whether others can reach it there: said in the configuration, and with TLS, which `did:web` asks. */
  readonly isPublic: boolean
}

const under = ({ url }: SiteAddress, path: string): string => `${url}/${path}`

/** Addresses that stand in signed documents: they never change. */
export const addressOf = {
  badge: (site: SiteAddress, badge: string): string => under(site, `credentials/${encodeURIComponent(badge)}`),
  did: (site: SiteAddress, organisation: string): string =>
    under(site, `organisations/${encodeURIComponent(organisation)}/did.json`),
  keys: (site: SiteAddress, organisation: string): string =>
    under(site, `organisations/${encodeURIComponent(organisation)}/jwks.json`),
  status: (site: SiteAddress, organisation: string): string =>
    under(site, `organisations/${encodeURIComponent(organisation)}/status.json`),
  organisation: (site: SiteAddress, organisation: string): string =>
    under(site, `nl/organisaties/${encodeURIComponent(organisation)}`),
}

/**
 * The identifier of an organisation as an issuer: whoever knows it finds `did.json` at this site. Source: did:web method specification, 2.3 and 2.5
 * (a port is written with %3A, a path with colons).
 */
export function didOf({ url }: SiteAddress, organisation: string): string {
  const { host } = new URL(url)
  return `did:web:${host.replaceAll(':', '%3A')}:organisations:${encodeURIComponent(organisation)}`
}
