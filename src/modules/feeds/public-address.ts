import { BlockList, isIP } from 'node:net'

/** Blocks that are not the public internet. Source: IANA, IPv4 and IPv6 Special-Purpose Address Registries. */
const notPublic4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Within the one block of IPv6 that is given out. The second and third carry an IPv4 address in them, which may be a private one. */
const notPublic6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001:db8::', 32],
  ['2001::', 23],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
]
const givenOut6 = ['2000::', 3] as const

const blocked = new BlockList()
for (const [network, prefix] of notPublic4) blocked.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of notPublic6) blocked.addSubnet(network, prefix, 'ipv6')
const given = new BlockList()
given.addSubnet(...givenOut6, 'ipv6')

/**
 * Whether an address is of the public internet: not this machine, its network, the provider's network (metadata services), multicast, or reserved.
 * Of IPv6 only what is given out counts, so that no form of IPv4 within IPv6 passes.
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !blocked.check(address, 'ipv4')
  if (version === 6) return !address.includes('%') && given.check(address, 'ipv6') && !blocked.check(address, 'ipv6')
  return false
}
