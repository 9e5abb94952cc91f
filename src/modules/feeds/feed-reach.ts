import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { Invalid } from '../../platform/index.ts'
import { isPublicAddress } from './public-address.ts'

/** What may be fetched. The operator names the hosts; the rest is fixed, and other in tests only. */
export interface FeedReach {
  /** `feeds.example.nl`, `*.example.nl` for all below it, `feeds.example.nl:8443` for another port. */
  readonly hosts: readonly string[]
  /** All addresses of a name. */
  resolve(host: string): Promise<readonly string[]>
  mayConnect(address: string): boolean
  /** Without TLS: for tests on this machine. */
  readonly plainHttp?: boolean
  /** A certificate to trust beside the known ones: for tests on this machine. */
  readonly ca?: string
}

export function publicReach(hosts: readonly string[]): FeedReach {
  return {
    hosts,
    resolve: async (host) => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
    mayConnect: isPublicAddress,
  }
}

const longestUrl = 2000

/**
 * An address that may be fetched, as far as can be said without asking the network.
 * @throws Invalid naming the part that is not allowed. The query is never said back: it can hold a key.
 */
export function readFeedUrl(text: string, reach: Pick<FeedReach, 'hosts' | 'plainHttp'>): URL {
  if (text.length > longestUrl || !URL.canParse(text))
    throw new Invalid('url', 'This is no address of the web. Give it whole, as https://feeds.example.nl/vacatures.xml.')
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(reach.plainHttp && url.protocol === 'http:'))
    throw new Invalid(
      'url',
      `An address begins with https://, not ${url.protocol}//: what comes without TLS can be changed on its way.`,
    )
  if (url.username !== '' || url.password !== '')
    throw new Invalid('url', 'The address holds a name or password. It would stand in the record and in logs; leave it out.')
  if (!isAllowedHost(url, reach.hosts))
    throw new Invalid(
      'url',
      `The host ${url.host} is not one of SCHAKEL_FEED_HOSTS (${reach.hosts.join(', ') || 'none'}). Whoever hosts this can add it there.`,
    )
  url.hash = ''
  return url
}

function isAllowedHost(url: URL, hosts: readonly string[]): boolean {
  return hosts.some((allowed) => {
    const [name = '', port = ''] = allowed.toLowerCase().split(':')
    if (url.port !== port) return false
    return name.startsWith('*.') ? url.hostname.endsWith(name.slice(1)) && url.hostname !== name.slice(2) : url.hostname === name
  })
}

/**
 * The one address to connect to. Looked up once, all of them checked: a name that also leads to a forbidden one is refused whole, and nobody can answer
 * otherwise between the check and the connection.
 * @throws Invalid
 */
export async function addressFor(url: URL, reach: FeedReach): Promise<string> {
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(literal) ? [literal] : await resolved(url.hostname, reach)
  const [first] = addresses
  if (first === undefined) throw new Invalid(url.hostname, `The host ${url.hostname} has no address.`)
  const refused = addresses.find((address) => !reach.mayConnect(address))
  if (refused !== undefined)
    throw new Invalid(
      url.hostname,
      `The host ${url.hostname} leads to ${refused}, which is not an address of the public internet. It is not fetched.`,
    )
  return first
}

async function resolved(host: string, reach: FeedReach): Promise<readonly string[]> {
  try {
    return await reach.resolve(host)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Invalid(host, `The host ${host} was not found${code ? ` (${code})` : ''}.`)
  }
}
