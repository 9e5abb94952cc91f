import type { Demands, Market } from '../matching/index.ts'

/** Something that is told of each demand: made once for as many as there are. It hangs on the taxonomy and the demands alone, which outlive a market. */
export function keptOfDemands(make: (market: Market) => Uint32Array): (market: Market) => Uint32Array {
  const known = new WeakMap<Demands, Uint32Array>()
  return (market) => {
    const found = known.get(market.demands)
    if (found?.length === market.demands.list.length) return found
    const made = make(market)
    known.set(market.demands, made)
    return made
  }
}
