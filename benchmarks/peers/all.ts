import type { RowWorld } from '../worlds/index.ts'
import { clickhousePeers } from './clickhouse.ts'
import { duckdbPeer } from './duckdb.ts'
import type { Peer } from './peer.ts'
import { postgresPeers } from './postgres.ts'
import { xapianPeer } from './xapian.ts'
import { yardstickPeer } from './yardstick/peer.ts'

/** In the order in which they are loaded and shown. */
export function peersOf(world: RowWorld): readonly Peer[] {
  return [yardstickPeer(world), ...clickhousePeers, duckdbPeer, xapianPeer, ...postgresPeers]
}
