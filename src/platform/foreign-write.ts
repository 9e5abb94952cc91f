/** A header of a request by its name in small letters. */
type Header = (name: string) => string | undefined

const onlyRead = ['GET', 'HEAD', 'OPTIONS']

/**
 * Whether another site may have sent this request in somebody's name (CSRF). Browsers say where a write comes from: in Origin, and where that
 * is left out in Sec-Fetch-Site. Who says neither, and does send cookies, is refused as well: no browser of today does that.
 *
 * @param own the address people see in their browser, as `https://schakel.example.nl`
 * @see https://fetch.spec.whatwg.org/#origin-header, https://w3c.github.io/webappsec-fetch-metadata/
 */
export function isForeignWrite(method: string, header: Header, own: string): boolean {
  if (onlyRead.includes(method)) return false
  const origin = header('origin')
  // `null`, of a page in a frame without rights, is nobody's origin.
  if (origin !== undefined) return !URL.canParse(origin) || new URL(origin).origin !== URL.parse(own)?.origin
  const site = header('sec-fetch-site')
  // `none`: by the person's own hand. `same-site` may be another program under the same domain.
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  return header('cookie') !== undefined
}
