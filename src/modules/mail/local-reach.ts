/** What is known of who asks for a page. */
export interface Asker {
  /** Network address of the connection, as the server saw it. */
  readonly address: string | undefined
  readonly headers: { get(name: string): string | null }
}

/** Proxies say with one of these that somebody else asks. */
const proxyHeaders = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-forwarded-server',
  'x-real-ip',
  'x-client-ip',
  'x-original-host',
  'true-client-ip',
  'cf-connecting-ip',
  'cf-ray',
]

const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i
const loopbackAddress = /^(?:::ffff:)?127(?:\.\d{1,3}){3}$|^::1$/i

export const isLoopbackAddress = (address: string): boolean => loopbackAddress.test(address)

/**
 * Whether a request comes from a browser on this machine itself: over the loopback, for a loopback name, and through nothing in between. A site
 * elsewhere whose name leads to 127.0.0.1 has another name in `Host`; a page elsewhere that links here has another one in `Referer` or `Origin`.
 */
export function isFromThisMachine({ address, headers }: Asker): boolean {
  if (address === undefined || !isLoopbackAddress(address)) return false
  if (proxyHeaders.some((name) => headers.get(name) !== null)) return false
  if (!loopbackHost.test(headers.get('host') ?? '')) return false
  return ['origin', 'referer'].every((name) => isLocalUrl(headers.get(name)))
}

function isLocalUrl(url: string | null): boolean {
  return url === null || (URL.canParse(url) && loopbackHost.test(new URL(url).host))
}

/** Whether a server with these settings is for this machine only: then it may show what it would have mailed to who sits at it. */
export function servesThisMachineOnly(settings: {
  readonly host: string
  readonly publicUrl?: string | undefined
  readonly trustedProxies: readonly string[]
}): boolean {
  const listensHere = settings.host === 'localhost' || isLoopbackAddress(settings.host)
  const isCalledLocal = settings.publicUrl === undefined || isLocalUrl(settings.publicUrl)
  return listensHere && isCalledLocal && settings.trustedProxies.length === 0
}
