import { webAddress } from '../imports/index.ts'

/** An address that a browser may follow; `www.voorbeeld.nl` becomes one. Undefined when it is none. */
export function readWebsite(text: string): string | undefined {
  const trimmed = text.trim()
  const address = webAddress(/^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`)
  return address !== undefined && new URL(address).hostname.includes('.') ? address : undefined
}
