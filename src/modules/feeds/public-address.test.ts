import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

test.each([
  ['this machine', '127.0.0.1'],
  ['this machine, elsewhere in its block', '127.255.0.9'],
  ['no address', '0.0.0.0'],
  ['a private network', '10.1.2.3'],
  ['a private network', '172.16.0.1'],
  ['a private network', '172.31.255.254'],
  ['a private network', '192.168.1.1'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['link-local', '169.254.1.1'],
  ['metadata of a cloud', '169.254.169.254'],
  ['metadata of another cloud', '100.100.100.200'],
  ['protocol assignments, metadata of a third cloud', '192.0.0.192'],
  ['benchmarks', '198.18.0.1'],
  ['documentation', '203.0.113.9'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['this machine by IPv6', '::1'],
  ['no address by IPv6', '::'],
  ['unique local', 'fd00:ec2::254'],
  ['link-local', 'fe80::1'],
  ['link-local with its card', 'fe80::1%eth0'],
  ['public with a card', '2606:4700::1111%eth0'],
  ['site-local of old', 'fec0::1'],
  ['multicast', 'ff02::1'],
  ['IPv4 mapped', '::ffff:127.0.0.1'],
  ['IPv4 mapped, in hexadecimals', '::ffff:7f00:1'],
  ['IPv4 mapped, public', '::ffff:8.8.8.8'],
  ['IPv4 compatible', '::127.0.0.1'],
  ['NAT64', '64:ff9b::10.0.0.1'],
  ['NAT64, local', '64:ff9b:1::1'],
  ['6to4', '2002:7f00:1::'],
  ['Teredo', '2001:0:7f00:1::'],
  ['documentation', '2001:db8::1'],
  ['documentation', '3fff::1'],
  ['not an address', 'localhost'],
  ['not an address', '127.1'],
])('%s is not public: %s', (_what, address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['8.8.8.8', '145.100.1.1', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450:400e::1'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)
